# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import signal
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
signal.signal(signal.SIGUSR1, lambda *_: socket.create_connection(address))
signal.raise_signal(signal.SIGUSR1)
