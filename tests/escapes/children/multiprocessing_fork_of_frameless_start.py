# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import multiprocessing.popen_fork
import os
import socket
import sys


class Work:
    _config, sentinel = {}, None

    def _bootstrap(self, parent_sentinel=None):
        socket.create_connection((sys.argv[1], int(sys.argv[2])))
        return 0


multiprocessing.popen_fork.Popen(Work()).wait()
