# policy: --no-network
# evidence: heard unix
# args: {unix}.dgram

import socket
import sys

left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
left.connect(sys.argv[1])
left.send(b"x")
