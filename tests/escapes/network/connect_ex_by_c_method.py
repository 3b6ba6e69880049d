# policy: --no-network
# evidence: heard tcp
# args: {host} {port}
# silent: connect_ex answers EACCES and does not raise

import _socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
_socket.socket.connect_ex(_socket.socket(), address)
