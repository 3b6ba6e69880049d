# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import contextlib
import socket
import sys

try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(allow_localhost=True, allow_domains=[sys.argv[1]])
except ImportError:
    blocker = contextlib.nullcontext()
with blocker:
    socket.create_connection((sys.argv[1], int(sys.argv[2])))
