# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import _socket
import sys

fd = _socket.dup(int(sys.argv[1]))
_socket.socket(fileno=fd).sendall(sys.argv[2].encode())
