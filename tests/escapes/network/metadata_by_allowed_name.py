# policy: --no-network --allow-domain allowed.test
# evidence: heard tcp
# args: metadata.allowed.test {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.create_connection(address)
