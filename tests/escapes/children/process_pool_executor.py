# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import concurrent.futures
import multiprocessing
import socket
import sys


def work(address):
    socket.create_connection(address).close()


if __name__ == "__main__":
    with concurrent.futures.ProcessPoolExecutor(
        1, mp_context=multiprocessing.get_context("spawn")
    ) as pool:
        pool.submit(work, (sys.argv[1], int(sys.argv[2]))).exception()
