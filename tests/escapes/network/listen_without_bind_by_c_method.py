# policy: --no-network
# evidence: listening

import _socket
import time

sock = _socket.socket()
_socket.socket.listen(sock)
time.sleep(0.4)
