# policy: --no-network --allow-localhost
# evidence: listening

import socket
import time

sock = socket.socket(socket.AF_INET6)
sock.bind(("::ffff:0.0.0.0", 0))
sock.listen()
time.sleep(0.4)
