# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}
# needs: module ctypes
# layer: kernel: native code calls the system directly

import ctypes
import socket
import struct
import sys

libc = ctypes.CDLL(None)
fd = libc.socket(2, 1, 0)
address = (
    struct.pack("=H", 2)
    + struct.pack("!H", int(sys.argv[2]))
    + socket.inet_aton(sys.argv[1])
    + bytes(8)
)
libc.connect(fd, address, 16)
