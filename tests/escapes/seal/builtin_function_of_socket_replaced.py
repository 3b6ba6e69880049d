# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import _socket
import socket
import sys


class Raw(_socket.socket):
    pass


try:
    _socket.socket.connect = lambda *_: None
except TypeError:
    pass
Raw().connect((sys.argv[1], int(sys.argv[2])))
