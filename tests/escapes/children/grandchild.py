# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
outer = "import subprocess, sys; subprocess.run([sys.executable, '-c', *sys.argv[1:]])"
subprocess.run([sys.executable, "-c", outer, connect, *sys.argv[1:]])
