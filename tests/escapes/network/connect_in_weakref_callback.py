# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys
import weakref

address = (sys.argv[1], int(sys.argv[2]))


class Thing:
    pass


thing = Thing()
ref = weakref.ref(thing, lambda _, sock=socket.socket(): sock.connect(address))
del thing
