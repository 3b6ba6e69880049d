# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys

try:
    socket.create_connection((sys.argv[1], int(sys.argv[2])))
except Exception as error:

    class Other(Exception):
        pass

    for kind in type(error).__mro__:
        try:
            kind.__bases__ = (Other,)
        except (TypeError, AttributeError):
            pass
        except BaseException:
            pass
    socket.create_connection((sys.argv[1], int(sys.argv[2])))
