# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import _thread
import socket
import sys
import time

address = (sys.argv[1], int(sys.argv[2]))
_thread.start_new_thread(socket.socket().connect, (address,))
time.sleep(0.3)
