# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys
import weakref


class Held:
    pass


held = Held()
weakref.finalize(held, socket.create_connection, (sys.argv[1], int(sys.argv[2])), 5)
