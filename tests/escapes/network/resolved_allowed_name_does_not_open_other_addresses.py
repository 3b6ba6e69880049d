# policy: --no-network --allow-domain allowed.test
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.getaddrinfo("allowed.test", 80)
socket.socket().connect(address)
