# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import shlex
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
os.system(shlex.join([sys.executable, "-c", connect, *sys.argv[1:]]))
