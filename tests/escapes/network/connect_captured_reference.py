# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import sys
from socket import socket

connect = socket.connect
address = (sys.argv[1], int(sys.argv[2]))
connect(socket(), address)
