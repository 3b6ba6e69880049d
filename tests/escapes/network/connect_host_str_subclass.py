# policy: --no-network --allow-localhost
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import socket
import sys


class Host(str):
    def __str__(self):
        return "127.0.0.1"

    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash("127.0.0.1")

    def encode(self, *args):
        return b"127.0.0.1"

    lower = strip = rstrip = __str__


host, port = sys.argv[1], int(sys.argv[2])
socket.socket().connect((Host(host), port))
