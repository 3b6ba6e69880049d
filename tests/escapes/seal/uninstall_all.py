# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

try:
    import hermetic.guards

    hermetic.guards.uninstall_all()
except ImportError:
    pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
