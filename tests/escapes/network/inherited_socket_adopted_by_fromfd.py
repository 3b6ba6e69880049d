# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import socket
import sys

sock = socket.fromfd(int(sys.argv[1]), socket.AF_INET, socket.SOCK_STREAM)
sock.sendall(sys.argv[2].encode())
