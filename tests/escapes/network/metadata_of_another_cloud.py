# policy: --no-network --allow-host 0.0.0.0/0 --allow-host ::/0
# evidence: heard tcp
# args: 100.100.100.200 {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.create_connection(address)
