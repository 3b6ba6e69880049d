# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
fds = []
for fd in range(3, 64):
    try:
        os.ftruncate(fd, 0)
        fds.append(fd)
    except OSError:
        continue
subprocess.run([sys.executable, "-c", connect, *sys.argv[1:]], pass_fds=fds)
