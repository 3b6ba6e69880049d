# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys
import threading

address = (sys.argv[1], int(sys.argv[2]))
thread = threading.Thread(target=socket.create_connection, args=(address,))
thread.start()
thread.join()
