# policy: --no-network --allow-domain allowed.test
# evidence: heard unix
# args: {unix}

import socket
import sys

socket.socket(socket.AF_UNIX).connect(sys.argv[1])
