# policy: --no-network
# evidence: heard unix
# args: {unix}

import multiprocessing.connection
import sys

multiprocessing.connection.Client(sys.argv[1])
