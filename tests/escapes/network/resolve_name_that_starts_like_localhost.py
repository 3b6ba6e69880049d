# policy: --no-network --allow-localhost
# evidence: heard dns
# args: localhost.{token}.test
# needs: netns

import socket
import sys

socket.getaddrinfo(sys.argv[1], 80)
