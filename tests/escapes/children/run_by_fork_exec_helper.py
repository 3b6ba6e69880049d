# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import multiprocessing.util
import os
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
arguments = [sys.executable, "-c", connect, *sys.argv[1:]]
os.waitpid(multiprocessing.util.spawnv_passfds(os.fsencode(sys.executable), arguments, []), 0)
