# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

try:
    import hermetic.blocker
    import hermetic.errors
    import hermetic.guards
    import hermetic.profiles

    for module in (hermetic, hermetic.blocker, hermetic.errors, hermetic.guards, hermetic.profiles):
        for name in list(vars(module)):
            if not name.startswith("__"):
                setattr(module, name, lambda *_, **__: None)
except ImportError:
    pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
