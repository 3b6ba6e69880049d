# policy: --no-network
# evidence: heard unix
# args: {unix}.dgram

import socket
import sys

socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendmsg([b"x"], [], 0, sys.argv[1])
