# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys
import threading


class Last:
    def __init__(self, address):
        self.sock, self.address = socket.socket(), address

    def __del__(self):
        self.sock.connect(self.address)


local = threading.local()
local.value = Last((sys.argv[1], int(sys.argv[2])))
