# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

# -W names a class whose module is imported while the interpreter comes up.
import os
import subprocess
import sys

with open("mine.py", "w") as file:
    file.write(
        f"import socket\nsocket.create_connection({(sys.argv[1], int(sys.argv[2]))!r})\nclass W(Warning): pass\n"
    )
subprocess.run(
    [sys.executable, "-W", "ignore::mine.W", "-c", "pass"], env={"PYTHONPATH": os.getcwd()}
)
