# policy: --no-network
# evidence: heard unix
# args: {unix}

import socket
import sys

socket.socket(socket.AF_UNIX).connect(sys.argv[1])
