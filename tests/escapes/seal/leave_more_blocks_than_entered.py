# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import contextlib
import socket
import sys

try:
    from hermetic import hermetic_blocker
except ImportError:
    hermetic_blocker = contextlib.nullcontext
blocker = hermetic_blocker()
blocker.__enter__()
for _ in range(10):
    blocker.__exit__(None, None, None)
socket.create_connection((sys.argv[1], int(sys.argv[2])))
