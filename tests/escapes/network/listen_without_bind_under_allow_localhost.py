# policy: --no-network --allow-localhost
# evidence: listening

import socket
import time

sock = socket.socket()
sock.listen()
time.sleep(0.4)
