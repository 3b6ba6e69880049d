"""What connections over loopback cost, in microseconds: the best of many short batches,
because what else the machine does only ever adds time.

usage: PYTHON [OPTION]... connect.py

Prints "connect N" (socket, connect, close) and "connect and accept M" (both ends, as a test
suite with its own server does). Compare with the same under --kernel=off.
"""

import socket
import time
from collections.abc import Callable

BATCHES, BATCH = 300, 10


def best(action: Callable[[], None], after: Callable[[], None]) -> float:
    """The shortest time of one action; `after` each batch is not counted."""
    shortest = float("inf")
    for _ in range(BATCHES):
        started = time.perf_counter()
        for _ in range(BATCH):
            action()
        shortest = min(shortest, time.perf_counter() - started)
        after()
    return shortest / BATCH * 1e6


def main() -> None:
    server = socket.create_server(("127.0.0.1", 0), backlog=4 * BATCH)
    address = server.getsockname()

    def connect() -> None:
        with socket.socket() as client:
            client.connect(address)

    def accept() -> None:
        server.accept()[0].close()

    def accept_all() -> None:
        for _ in range(BATCH):
            accept()

    def connect_and_accept() -> None:
        with socket.create_connection(address):
            accept()

    print(f"connect {best(connect, accept_all):.2f}")
    print(f"connect and accept {best(connect_and_accept, lambda: None):.2f}")


if __name__ == "__main__":
    main()
