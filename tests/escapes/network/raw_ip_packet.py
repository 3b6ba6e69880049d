# policy: --no-network --allow-localhost
# evidence: heard udp
# args: {host} {port}
# needs: root

import socket
import struct
import sys

host, port = sys.argv[1], int(sys.argv[2])
sock = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_UDP)
sock.sendto(struct.pack("!HHHH", 9, port, 9, 0) + b"x", (host, 0))
