# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

try:
    import hermetic.cli

    hermetic.cli.main(["--allow-localhost", "--", "this"])
except (Exception, SystemExit):
    pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
