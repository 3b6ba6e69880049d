# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

# Whatever descriptor hands the policy down gets other contents.
import os
import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
fds = []
with open("empty", "w+") as empty:
    for fd in range(3, 64):
        try:
            os.fstat(fd)
        except OSError:
            continue
        if fd != empty.fileno():
            os.dup2(empty.fileno(), fd)
            fds.append(fd)
    subprocess.run([sys.executable, "-c", connect, *sys.argv[1:]], pass_fds=fds)
