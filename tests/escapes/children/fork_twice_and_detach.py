# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import socket
import sys
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        try:
            socket.create_connection((sys.argv[1], int(sys.argv[2])))
        finally:
            os._exit(0)
    os._exit(0)
os.wait()
time.sleep(0.3)
