# policy: --no-network --allow-localhost
# evidence: listening

import socket
import time

sock = socket.socket()
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
sock.bind(("0", 0))
sock.listen()
time.sleep(0.4)
