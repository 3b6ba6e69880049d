# policy: --no-network
# evidence: heard unix
# args: {unix}

import socket, sys

socket.socket(socket.AF_UNIX).connect(sys.argv[1])
