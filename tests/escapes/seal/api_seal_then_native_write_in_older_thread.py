# policy: --no-environment
# evidence: created {mark}
# args: {mark}
# needs: module ctypes
# layer: kernel: native code calls the system directly

# The thread was there before the seal, and Landlock holds single threads.
import contextlib
import ctypes
import os
import sys
import threading

openat = 257 if os.uname().machine == "x86_64" else 56
libc = ctypes.CDLL(None)
sealed = threading.Event()


def write():
    sealed.wait()
    libc.syscall(openat, -100, os.fsencode(sys.argv[1]), os.O_CREAT | os.O_WRONLY, 0o600)


threads = [threading.Thread(target=write) for _ in range(4)]
for thread in threads:
    thread.start()
try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(fs_readonly=True, sealed=True)
except ImportError:
    blocker = contextlib.nullcontext()
with blocker:
    pass
sealed.set()
for thread in threads:
    thread.join()
