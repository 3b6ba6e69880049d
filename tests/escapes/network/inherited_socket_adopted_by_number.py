# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import socket
import sys

socket.socket(fileno=int(sys.argv[1])).sendall(sys.argv[2].encode())
