# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket()


def deep(n):
    try:
        deep(n + 1)
    except BaseException:
        pass
    for _ in range(1):
        try:
            sock.connect(address)
        except BaseException:
            pass


sys.setrecursionlimit(300)
deep(0)
