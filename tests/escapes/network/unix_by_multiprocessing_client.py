# policy: --no-network
# evidence: heard unix
# args: {unix}

import multiprocessing.connection, sys

multiprocessing.connection.Client(sys.argv[1])
