# policy: --no-network --allow-localhost
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
socket.socket(socket.AF_INET6).connect(("::ffff:" + host, port))
