# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import multiprocessing
import multiprocessing.managers
import socket
import sys


class Manager(multiprocessing.managers.BaseManager):
    pass


Manager.register("connect", socket.create_connection)
if __name__ == "__main__":
    manager = Manager(ctx=multiprocessing.get_context("spawn"))
    manager.start()
    try:
        manager.connect((sys.argv[1], int(sys.argv[2])))
    except Exception:
        pass
    manager.shutdown()
