# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import shlex
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
os.system("env -i " + shlex.join([sys.executable, "-ISE", "-c", connect, *sys.argv[1:]]))
