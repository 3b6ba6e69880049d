# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import atexit
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
atexit.register(socket.socket().connect, address)
