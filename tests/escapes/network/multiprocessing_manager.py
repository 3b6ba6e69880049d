# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import multiprocessing.managers
import sys

address = (sys.argv[1], int(sys.argv[2]))
multiprocessing.managers.BaseManager(address, b"key").connect()
