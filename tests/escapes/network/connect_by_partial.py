# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import functools
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
functools.partial(socket.socket.connect, socket.socket())(address)
