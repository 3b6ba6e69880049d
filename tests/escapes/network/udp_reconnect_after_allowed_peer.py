# policy: --no-network --allow-localhost
# evidence: heard udp
# args: {host} {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(type=socket.SOCK_DGRAM)
sock.connect(("127.0.0.1", 9))
sock.connect(address)
sock.send(b"x")
