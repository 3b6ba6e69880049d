# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

try:
    socket.create_connection((sys.argv[1], int(sys.argv[2])))
except Exception as error:
    kind = type(error)
    for name in ("guard", "target", "operation", "__str__", "__class__", "__context__"):
        try:
            setattr(kind, name, property(lambda self: 1 / 0))
        except TypeError:
            pass
    socket.create_connection((sys.argv[1], int(sys.argv[2])))
