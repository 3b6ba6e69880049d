# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import concurrent.futures
import multiprocessing
import socket
import sys

if __name__ == "__main__":
    with concurrent.futures.ProcessPoolExecutor(
        1,
        multiprocessing.get_context("spawn"),
        socket.create_connection,
        ((sys.argv[1], int(sys.argv[2])),),
    ) as pool:
        pool.submit(abs, 1).exception()
