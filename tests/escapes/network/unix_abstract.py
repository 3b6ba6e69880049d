# policy: --no-network
# evidence: heard unix
# args: {abstract}

import socket
import sys

socket.socket(socket.AF_UNIX).connect("\0" + sys.argv[1])
