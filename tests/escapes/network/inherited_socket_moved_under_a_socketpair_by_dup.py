# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import os
import socket
import sys

left, right = socket.socketpair()
os.close(left.fileno())
while os.dup(int(sys.argv[1])) != left.fileno():
    pass
left.sendall(sys.argv[2].encode())
