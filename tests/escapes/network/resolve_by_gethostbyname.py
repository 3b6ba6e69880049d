# policy: --no-network
# evidence: heard dns
# args: {token}.host.test
# needs: netns

import socket
import sys

socket.gethostbyname(sys.argv[1])
