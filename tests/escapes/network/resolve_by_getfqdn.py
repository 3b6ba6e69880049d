# policy: --no-network
# evidence: heard dns
# args: {token}.host.test
# needs: netns

import socket
import sys

socket.getfqdn(sys.argv[1])
