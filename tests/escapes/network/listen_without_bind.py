# policy: --no-network
# evidence: listening

import socket
import time

sock = socket.socket()
sock.listen()
time.sleep(0.4)
