# policy: --no-network
# evidence: heard unix
# args: {unix}

import os
import socket
import sys

socket.socket(socket.AF_UNIX).connect(os.path.relpath(sys.argv[1]))
