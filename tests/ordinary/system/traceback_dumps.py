# uses: write

import faulthandler
import os
import signal
import sys
import tempfile
import time

faulthandler.enable()
faulthandler.enable(file=sys.stderr, all_threads=True)
with tempfile.TemporaryFile("w+") as file:
    faulthandler.dump_traceback(file)
    faulthandler.dump_traceback(file=file, all_threads=False)
    faulthandler.dump_traceback_later(0.05, False, file)
    time.sleep(0.3)
    faulthandler.register(signal.SIGUSR1, file, chain=False)
    os.kill(os.getpid(), signal.SIGUSR1)
    faulthandler.register(signum=signal.SIGUSR1, file=file.fileno())
    os.kill(os.getpid(), signal.SIGUSR1)
    faulthandler.unregister(signal.SIGUSR1)
    file.seek(0)
    print(file.read().count("traceback_dumps.py"))
with open("kept", "w") as kept:
    faulthandler.enable(file=kept)
    faulthandler.disable()
