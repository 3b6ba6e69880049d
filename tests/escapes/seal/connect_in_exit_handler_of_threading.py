# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys
import threading

threading._register_atexit(socket.create_connection, (sys.argv[1], int(sys.argv[2])))
