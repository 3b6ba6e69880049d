# policy: --no-network
# evidence: heard udp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(type=socket.SOCK_DGRAM)
sock.connect(address)
sock.send(b"x")
