# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
fd = os.memfd_create("tool")
with open(os.path.realpath(sys.executable), "rb") as file:
    os.write(fd, file.read())
if os.fork() == 0:
    os.execve(fd, ["tool", "-c", connect, *sys.argv[1:]], {"PYTHONHOME": sys.prefix})
os.wait()
