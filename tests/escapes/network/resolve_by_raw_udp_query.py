# policy: --no-network
# evidence: heard dns
# args: {token}
# needs: netns

import socket
import sys

name = b"".join(bytes([len(part)]) + part.encode() for part in (sys.argv[1], "raw", "test"))
query = b"\x12\x34\x01\0\0\1\0\0\0\0\0\0" + name + b"\0\0\1\0\1"
socket.socket(type=socket.SOCK_DGRAM).sendto(query, ("127.0.0.1", 53))
