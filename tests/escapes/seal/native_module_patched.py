# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

try:
    import _hermetic

    for name in dir(_hermetic):
        if not name.startswith("__"):
            try:
                setattr(_hermetic, name, lambda *_, **__: None)
            except Exception:
                pass
except ImportError:
    pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
