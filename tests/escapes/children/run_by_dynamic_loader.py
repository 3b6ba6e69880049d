# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

# ld.so is what is executed; the interpreter is only its argument.
import glob
import os
import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
loader = (glob.glob("/lib64/ld-linux*") or glob.glob("/lib/ld-linux*"))[0]
subprocess.run([loader, os.path.realpath(sys.executable), "-c", connect, *sys.argv[1:]])
