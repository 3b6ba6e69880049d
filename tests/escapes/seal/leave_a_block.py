# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

try:
    from hermetic import hermetic_blocker

    with hermetic_blocker(no_network=True, sealed=True):
        pass
except ImportError:
    pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
