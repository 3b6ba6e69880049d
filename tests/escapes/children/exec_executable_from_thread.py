# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import sys
import threading

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
threading.Thread(
    target=os.execv, args=(sys.executable, [sys.executable, "-c", connect, *sys.argv[1:]])
).start()
