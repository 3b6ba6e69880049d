# policy: --no-network --allow-localhost
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import socket
import sys


class Address(tuple):
    def __getitem__(self, index):
        return ("127.0.0.1", 9)[index]

    def __iter__(self):
        return iter(("127.0.0.1", 9))

    def __repr__(self):
        return "('127.0.0.1', 9)"


address = (sys.argv[1], int(sys.argv[2]))
socket.socket().connect(Address(address))
