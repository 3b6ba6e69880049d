# policy: --no-network --allow-localhost
# evidence: heard udp
# args: {host6} {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b"x", address)
