# policy: --no-network
# evidence: heard dns
# args: {token}.host.test {port}
# needs: netns
# silent: connect_ex answers EACCES and does not raise

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.socket().connect_ex(address)
