# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import socket
import sys

left, right = socket.socketpair()
socket.send_fds(left, [b"x"], [int(sys.argv[1])])
_, fds, _, _ = socket.recv_fds(right, 1, 1)
socket.socket(fileno=fds[0]).sendall(sys.argv[2].encode())
