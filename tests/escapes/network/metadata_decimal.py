# policy: --no-network --allow-host 0.0.0.0/0 --allow-host ::/0
# evidence: heard tcp
# args: 2852039166 {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.socket().connect(address)
