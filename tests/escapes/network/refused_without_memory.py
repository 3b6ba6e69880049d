# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import resource
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket()
hoard = []
resource.setrlimit(resource.RLIMIT_AS, (200 << 20, resource.RLIM_INFINITY))
try:
    while True:
        hoard.append(bytearray(1 << 16))
except MemoryError:
    pass
while True:
    try:
        sock.connect(address)
    except MemoryError:
        if not hoard:
            raise
        hoard.pop()
    else:
        break
