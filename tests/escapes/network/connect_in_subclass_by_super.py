# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys


class Socket(socket.socket):
    def connect(self, address):
        return super().connect(address)


address = (sys.argv[1], int(sys.argv[2]))
Socket().connect(address)
