# policy: --no-network
# evidence: heard bytes
# args: {fd}
# inherit: tcp

# A byte for each signal, its number.
import os
import signal
import sys

fd = int(sys.argv[1])
os.set_blocking(fd, False)
signal.signal(signal.SIGUSR1, lambda *_: None)
signal.set_wakeup_fd(fd)
os.kill(os.getpid(), signal.SIGUSR1)
