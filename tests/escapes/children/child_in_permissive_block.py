# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import contextlib
import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(allow_domains=[sys.argv[1]], allow_localhost=True)
except ImportError:
    blocker = contextlib.nullcontext()
with blocker:
    subprocess.run([sys.executable, "-c", connect, *sys.argv[1:]])
