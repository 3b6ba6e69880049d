# policy: --no-network --allow-host {host}:9
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.socket().connect(address)
