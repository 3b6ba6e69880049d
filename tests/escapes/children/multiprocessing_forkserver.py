# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import multiprocessing
import socket
import sys

if __name__ == "__main__":
    process = multiprocessing.get_context("forkserver").Process(
        target=socket.create_connection, args=((sys.argv[1], int(sys.argv[2])),)
    )
    process.start()
    process.join()
