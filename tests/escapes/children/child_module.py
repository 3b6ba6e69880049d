# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
with open("mine.py", "w") as file:
    file.write(connect)
subprocess.run([sys.executable, "-m", "mine", *sys.argv[1:]])
