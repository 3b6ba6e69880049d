# policy: --no-network --allow-localhost
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
wide = host.translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)})
socket.socket().connect((wide, port))
