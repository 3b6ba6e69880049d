# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import os
import socket
import sys

free, _ = socket.socketpair()
left, right = socket.socketpair()
socket.send_fds(left, [b"x"], [int(sys.argv[1])])
os.close(free.fileno())
socket.recv_fds(right, 1, 1)
free.sendall(sys.argv[2].encode())
