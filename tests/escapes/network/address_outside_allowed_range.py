# policy: --no-network --allow-host 198.51.100.0/30
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.socket().connect(address)
