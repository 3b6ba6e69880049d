# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import subprocess
import sys

with open("start", "w") as file:
    file.write(f"import socket\nsocket.create_connection({(sys.argv[1], int(sys.argv[2]))!r})\n")
subprocess.run([sys.executable, "-i"], env={"PYTHONSTARTUP": "start"}, stdin=subprocess.DEVNULL)
