# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
os.spawnve(os.P_WAIT, sys.executable, [sys.executable, "-c", connect, *sys.argv[1:]], {})
