# policy: --no-network --allow-localhost
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
socket.socket().connect((".".join("0%o" % int(part) for part in host.split(".")), port))
