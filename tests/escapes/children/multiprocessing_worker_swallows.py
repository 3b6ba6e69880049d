# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

# Nobody looks at the worker's result: the record still has to.
import multiprocessing
import socket
import sys


def work(address):
    try:
        socket.create_connection(address)
    except Exception:
        pass


if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(
        target=work, args=((sys.argv[1], int(sys.argv[2])),)
    )
    process.start()
    process.join()
