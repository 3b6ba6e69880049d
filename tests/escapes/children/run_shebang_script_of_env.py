# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
os.symlink(sys.executable, "python3")
with open("script", "w") as file:
    file.write(f"#!/usr/bin/env python3\n{connect}\n")
os.chmod("script", 0o755)
subprocess.run(["./script", *sys.argv[1:]], env={"PATH": os.getcwd() + ":/usr/bin:/bin"})
