# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import _socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
_socket.socket.__dict__["connect"].__get__(_socket.socket())(address)
