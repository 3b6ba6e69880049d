# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import builtins
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
try:
    socket.create_connection(address)
except Exception as error:
    kind = type(error)
    kind.__init__ = lambda *_, **__: None
    kind.__new__ = lambda *_, **__: None
    socket.create_connection(address)
