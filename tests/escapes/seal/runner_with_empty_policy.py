# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

try:
    from hermetic.profiles import GuardConfig
    from hermetic.resolver import TargetSpec
    from hermetic.runner import run

    run("this", [], GuardConfig())
except (Exception, SystemExit):
    pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
