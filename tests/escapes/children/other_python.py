# policy: --no-network
# evidence: heard tcp
# args: {host} {port}
# needs: program python3
# layer: kernel: another interpreter does not know our hook

import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
subprocess.run(["/usr/bin/python3", "-c", connect, *sys.argv[1:]])
