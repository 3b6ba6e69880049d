# policy: --no-network
# evidence: heard udp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", address)
