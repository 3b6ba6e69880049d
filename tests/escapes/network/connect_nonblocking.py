# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys
import time

address = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket()
sock.setblocking(False)
try:
    sock.connect(address)
except BlockingIOError:
    time.sleep(0.2)
