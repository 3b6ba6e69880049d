# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
for _ in range(1000):
    try:
        socket.create_connection(address)
    except BaseException:
        continue
    break
