# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import os
import sys

source, sink = os.pipe()
os.write(sink, sys.argv[2].encode())
os.splice(source, int(sys.argv[1]), 1000)
