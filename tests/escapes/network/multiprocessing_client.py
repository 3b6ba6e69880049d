# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import multiprocessing.connection
import sys

address = (sys.argv[1], int(sys.argv[2]))
multiprocessing.connection.Client(address)
