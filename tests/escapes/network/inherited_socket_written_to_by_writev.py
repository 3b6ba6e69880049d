# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import os
import sys

os.writev(int(sys.argv[1]), [sys.argv[2].encode()])
