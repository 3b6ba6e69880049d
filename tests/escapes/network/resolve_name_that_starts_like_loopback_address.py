# policy: --no-network --allow-localhost
# evidence: heard dns
# args: 127.0.0.1.{token}.test
# needs: netns

import socket
import sys

socket.getaddrinfo(sys.argv[1], 80)
