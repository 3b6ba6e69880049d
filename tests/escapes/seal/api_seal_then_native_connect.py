# policy: --no-environment
# evidence: heard tcp
# args: {host} {port}
# needs: module ctypes
# layer: kernel: native code calls the system directly

# A seal of the API comes when the program runs already.
import contextlib
import ctypes
import socket
import struct
import sys

try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(no_network=True, sealed=True)
except ImportError:
    blocker = contextlib.nullcontext()
with blocker:
    pass
libc = ctypes.CDLL(None)
fd = libc.socket(2, 1, 0)
address = (
    struct.pack("=H", 2)
    + struct.pack("!H", int(sys.argv[2]))
    + socket.inet_aton(sys.argv[1])
    + bytes(8)
)
libc.connect(fd, address, 16)
