# policy: --no-network --allow-localhost
# evidence: listening

import socket
import time

server = socket.create_server(("", 0))
time.sleep(0.4)
