# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))


class Last:
    def __init__(self):
        self.me = self

    def __del__(self, sock=socket.socket(), address=address):
        sock.connect(address)


sys.keep = Last()
