# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import gc
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket()
gc.callbacks.append(lambda *_: sock.connect(address) if sock.fileno() >= 0 else None)
gc.collect()
