# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
subprocess.run(["", "-c", connect, *sys.argv[1:]], executable=sys.executable, cwd=".")
