# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
sys.addaudithook(lambda *_: None)
socket.create_connection(address)
