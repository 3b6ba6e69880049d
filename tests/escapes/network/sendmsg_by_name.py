# policy: --no-network
# evidence: heard dns
# args: {token}.host.test {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.socket(type=socket.SOCK_DGRAM).sendmsg([b"x"], [], 0, address)
