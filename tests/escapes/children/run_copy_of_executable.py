# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import shutil
import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
shutil.copy(os.path.realpath(sys.executable), "tool")
subprocess.run(
    ["./tool", "-c", connect, *sys.argv[1:]], env={**os.environ, "PYTHONHOME": sys.prefix}
)
