# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))  # The run that follows has a sys.argv of its own.
try:
    from hermetic.profiles import GuardConfig
    from hermetic.resolver import TargetSpec
    from hermetic.runner import run

    run("this", [], GuardConfig())
except (Exception, SystemExit):
    pass
socket.create_connection(address)
