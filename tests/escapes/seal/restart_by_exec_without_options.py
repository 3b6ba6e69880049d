# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import os
import sys

code = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])))"
os.execv(sys.executable, [sys.executable, "-c", code, *sys.argv[1:]])
