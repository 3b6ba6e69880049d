# policy: --no-network
# evidence: heard dns
# args: {token}.host.test
# silent: the standard library only tries it, which is logged as a probe
# needs: netns

import socket
import sys

socket.getfqdn(sys.argv[1])
