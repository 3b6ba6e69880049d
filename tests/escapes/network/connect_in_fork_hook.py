# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
os.register_at_fork(before=lambda: socket.create_connection(address))
if os.fork() == 0:
    os._exit(0)
os.wait()
