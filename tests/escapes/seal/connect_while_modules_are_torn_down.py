# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys


class Last:
    def __init__(self, sock, address):
        self.sock, self.address = sock, address

    def __del__(self):
        self.sock.connect(self.address)


sys.modules["zzz_last"] = Last(socket.socket(), (sys.argv[1], int(sys.argv[2])))
