# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import os
import socket
import sys

left, right = socket.socketpair()
os.dup2(int(sys.argv[1]), left.fileno())
left.sendall(sys.argv[2].encode())
