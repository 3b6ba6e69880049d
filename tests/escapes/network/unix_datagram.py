# policy: --no-network
# evidence: heard unix
# args: {unix}.dgram

import socket
import sys

socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"x", sys.argv[1])
