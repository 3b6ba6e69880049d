# policy: --no-network
# evidence: heard dns
# args: {token}.host.test
# needs: netns

import _socket
import sys

_socket.getaddrinfo(sys.argv[1].encode(), None)
