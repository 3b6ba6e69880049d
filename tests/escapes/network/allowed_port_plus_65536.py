# policy: --no-network --allow-host 192.0.2.1
# evidence: heard tcp
# args: {host} {port}

# A port is 16 bits; what is checked must be what is used.
import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
try:
    socket.socket().connect((host, port + 65536))
except OverflowError:
    socket.socket().connect((host, port))
