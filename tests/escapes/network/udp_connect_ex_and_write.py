# policy: --no-network
# evidence: heard udp
# args: {host} {port}
# silent: connect_ex answers EACCES and does not raise

import os
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(type=socket.SOCK_DGRAM)
if not sock.connect_ex(address):
    os.write(sock.fileno(), b"x")
