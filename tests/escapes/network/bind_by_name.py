# policy: --no-network
# evidence: heard dns
# args: {token}.host.test {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.socket().bind((address[0], 0))
