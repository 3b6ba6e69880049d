# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import subprocess
import sys

with open("mine.py", "w") as file:
    file.write(
        f"import socket\ndef hook():\n    socket.create_connection({(sys.argv[1], int(sys.argv[2]))!r})\n"
    )
subprocess.run(
    [sys.executable, "-c", "breakpoint()"],
    env={"PYTHONPATH": os.getcwd(), "PYTHONBREAKPOINT": "mine.hook"},
)
