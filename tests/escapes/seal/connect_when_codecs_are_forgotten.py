# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

# What the interpreter state itself holds goes last of all, when no module is left.
import _socket
import codecs
import sys


class Last:
    def __init__(self):
        self.connect = _socket.socket.connect
        self.socket = _socket.socket(2, 1)
        self.address = (sys.argv[1], int(sys.argv[2]))

    def __call__(self, name):
        return None

    def __del__(self):
        self.connect(self.socket, self.address)


codecs.register(Last())
