# policy: --no-network
# evidence: heard tcp
# args: {host} {port}
# needs: python<3.12
# layer: kernel: another interpreter does not know our hook

import multiprocessing
import socket
import sys

if __name__ == "__main__":
    multiprocessing.set_executable("/usr/bin/python3")
    process = multiprocessing.get_context("spawn").Process(
        target=socket.create_connection, args=((sys.argv[1], int(sys.argv[2])),)
    )
    process.start()
    process.join()
