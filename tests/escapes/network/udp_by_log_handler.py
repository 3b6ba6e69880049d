# policy: --no-network
# evidence: heard udp
# args: {host} {port}

import logging.handlers
import sys

address = (sys.argv[1], int(sys.argv[2]))
logging.getLogger().addHandler(logging.handlers.DatagramHandler(*address))
logging.error("out")
