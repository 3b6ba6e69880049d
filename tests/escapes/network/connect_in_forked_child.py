# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
if os.fork() == 0:
    socket.create_connection(address)
else:
    _, status = os.wait()
    sys.exit(os.waitstatus_to_exitcode(status))
