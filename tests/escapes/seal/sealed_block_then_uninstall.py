# policy: --no-environment
# evidence: heard tcp
# args: {host} {port}

import contextlib
import socket
import sys

try:
    import hermetic.guards

    with hermetic.hermetic_blocker(no_network=True, sealed=True):
        hermetic.guards.uninstall_all()
except ImportError:
    pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
