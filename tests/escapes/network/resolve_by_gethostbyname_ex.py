# policy: --no-network
# evidence: heard dns
# args: {token}.host.test
# needs: netns

import socket, sys

socket.gethostbyname_ex(sys.argv[1])
