# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))


def profile(*_):
    sys.setprofile(None)
    socket.create_connection(address)


sys.setprofile(profile)
(lambda: None)()
