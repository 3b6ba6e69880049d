# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import operator
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
operator.methodcaller("connect", address)(socket.socket())
