# policy: --no-network
# evidence: heard unix
# args: {unix}

import os, socket, sys

socket.socket(socket.AF_UNIX).connect(os.path.relpath(sys.argv[1]))
