# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import atexit
import os
import signal
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
signal.signal(signal.SIGUSR1, lambda *_: socket.create_connection(address))
atexit.register(os.kill, os.getpid(), signal.SIGUSR1)
atexit.register(lambda: None)
