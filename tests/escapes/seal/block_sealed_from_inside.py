# policy: --no-environment
# evidence: heard tcp
# args: {host} {port}

# Sealed by the program itself, not by the command line; the exit changes nothing.
import contextlib
import socket
import sys

try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(no_network=True, sealed=True)
except ImportError:
    blocker = contextlib.nullcontext()
with blocker:
    pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
