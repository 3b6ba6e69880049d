# policy: --no-network
# evidence: heard dns
# args: {token}.host.test
# needs: netns

import socket
import sys

socket.getaddrinfo(sys.argv[1], 80)
