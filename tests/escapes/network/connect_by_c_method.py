# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import _socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
_socket.socket.connect(_socket.socket(), address)
