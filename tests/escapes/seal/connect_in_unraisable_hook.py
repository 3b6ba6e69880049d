# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))


class Bad:
    def __del__(self):
        raise ValueError


sys.unraisablehook = lambda *_: socket.create_connection(address)
Bad()
