# policy: --no-network --allow-host 169.254.169.254
# evidence: heard tcp
# args: 169.254.169.254 {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.socket().connect(address)
