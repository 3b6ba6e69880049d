# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import fcntl
import os
import socket
import sys

left, right = socket.socketpair()
os.close(left.fileno())
fcntl.fcntl(int(sys.argv[1]), fcntl.F_DUPFD, left.fileno())
left.sendall(sys.argv[2].encode())
