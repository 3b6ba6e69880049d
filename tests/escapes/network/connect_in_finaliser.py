# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))


class Last:
    def __del__(self, sock=socket.socket(), address=address):
        sock.connect(address)


keep = Last()
