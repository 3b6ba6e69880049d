# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}
# env: HERMETIC_ON_VIOLATION=log
# silent: a start that would be looser is refused

import socket
import sys

socket.create_connection((sys.argv[1], int(sys.argv[2])))
