# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import logging.handlers
import sys

address = (sys.argv[1], int(sys.argv[2]))
logging.getLogger().addHandler(logging.handlers.SocketHandler(*address))
logging.error("out")
