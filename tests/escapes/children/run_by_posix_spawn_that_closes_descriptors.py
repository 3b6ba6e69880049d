# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
actions = [(os.POSIX_SPAWN_CLOSE, fd) for fd in range(3, 64)]
arguments = [sys.executable, "-c", connect, *sys.argv[1:]]
os.waitpid(os.posix_spawn(sys.executable, arguments, {}, file_actions=actions), 0)
