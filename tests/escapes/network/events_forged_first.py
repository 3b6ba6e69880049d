# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
sys.audit("import", "site", None, None, None, None)
sys.audit("socket.getaddrinfo", *address, 0, 0, 0)
sys.audit("cpython._PySys_ClearAuditHooks")
socket.create_connection(address)
