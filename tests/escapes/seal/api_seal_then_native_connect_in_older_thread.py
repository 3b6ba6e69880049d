# policy: --no-environment
# evidence: heard tcp
# args: {host} {port}
# needs: module ctypes
# layer: kernel: native code calls the system directly

# The thread was there before the seal.
import contextlib
import ctypes
import socket
import struct
import sys
import threading

libc = ctypes.CDLL(None)
address = (
    struct.pack("=H", 2)
    + struct.pack("!H", int(sys.argv[2]))
    + socket.inet_aton(sys.argv[1])
    + bytes(8)
)
sealed = threading.Event()


def connect():
    sealed.wait()
    libc.connect(libc.socket(2, 1, 0), address, 16)


thread = threading.Thread(target=connect)
thread.start()
try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(no_network=True, sealed=True)
except ImportError:
    blocker = contextlib.nullcontext()
with blocker:
    pass
sealed.set()
thread.join()
