# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import socket
import sys

if os.fork() == 0:
    socket.create_connection((sys.argv[1], int(sys.argv[2])))
    os._exit(0)
os.wait()
