# policy: --no-network
# evidence: listening
# args: {host}
# needs: netns

import socket
import sys
import time

server = socket.create_server((sys.argv[1], 0))
time.sleep(0.4)
