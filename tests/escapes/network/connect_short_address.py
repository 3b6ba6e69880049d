# policy: --no-network --allow-localhost
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
a, b, c, d = map(int, host.split("."))
socket.socket().connect((f"{a}.{b}.{c * 256 + d}", port))
