# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"


def prepare():
    os.environ.clear()
    os.closerange(3, 4096)


subprocess.run([sys.executable, "-c", connect, *sys.argv[1:]], preexec_fn=prepare, close_fds=False)
