# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

for event in (
    "cpython._PySys_ClearAuditHooks",
    "cpython.PyInterpreterState_Clear",
    "hermetic.disarm",
    "hermetic.pop",
):
    try:
        sys.audit(event)
    except Exception:
        pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
