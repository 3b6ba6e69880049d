# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
outer = (
    "import subprocess, sys; subprocess.run([sys.executable, '-I', '-c', *sys.argv[1:]], env={})"
)
subprocess.run([sys.executable, "-I", "-c", outer, connect, *sys.argv[1:]], env={})
