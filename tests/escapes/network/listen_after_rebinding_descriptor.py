# policy: --no-network --allow-localhost
# evidence: listening

# A guard that remembers "bound to loopback" by object or by number is fooled.
import os
import socket
import time

sock = socket.socket()
sock.bind(("127.0.0.1", 0))
fresh = socket.socket()
os.dup2(fresh.fileno(), sock.fileno())
sock.listen()
time.sleep(0.4)
