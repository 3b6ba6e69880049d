# policy: --no-network --allow-domain allowed.test
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
real = socket.getaddrinfo
socket.getaddrinfo = lambda *_, **__: [(2, 1, 6, "", address)]
socket.create_connection(("allowed.test", address[1]))
