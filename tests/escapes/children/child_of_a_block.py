# policy: --no-environment
# evidence: heard tcp
# args: {host} {port}

# A reversible block holds the children that are started in it.
import contextlib
import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(block_network=True)
except ImportError:
    blocker = contextlib.nullcontext()
with blocker:
    subprocess.run([sys.executable, "-c", connect, *sys.argv[1:]])
