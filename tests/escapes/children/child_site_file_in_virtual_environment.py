# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import subprocess
import sys

version = f"python{sys.version_info.major}.{sys.version_info.minor}"
subprocess.run([sys.executable, "-m", "venv", "--without-pip", "env"], check=True)
with open(f"env/lib/{version}/site-packages/x.pth", "w") as file:
    file.write(f"import socket; socket.create_connection({(sys.argv[1], int(sys.argv[2]))!r})\n")
subprocess.run(["env/bin/python", "-c", "pass"])
