# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import multiprocessing
import socket
import sys


def work(address):
    socket.create_connection(address).close()


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.map(work, [(sys.argv[1], int(sys.argv[2]))])
