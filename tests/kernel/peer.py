"""A peer in another network namespace that tells what arrives, joined by a veth pair.

Run as a program it is the peer itself.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator

HERE, PEER, OTHER = "10.77.31.1", "10.77.31.2", "10.77.31.3"
PORT = 7001
DEVICE = "hermetic0"


def dns_answer(query: bytes) -> tuple[str, bytes]:
    """The name that is asked for, and an answer: PEER for A, nothing for the rest."""
    labels, at = [], 12
    while length := query[at]:
        labels.append(query[at + 1 : at + 1 + length].decode("latin-1"))
        at += 1 + length
    question = query[12 : at + 5]
    is_a = question[-4:-2] == b"\0\1"
    record = b"\xc0\x0c\0\1\0\1\0\0\0\x1e\0\4" + socket.inet_aton(PEER) if is_a else b""
    header = query[:2] + b"\x81\x80" + struct.pack("!4H", 1, int(is_a), 0, 0)
    return ".".join(labels), header + question + record


def serve() -> None:
    selector = selectors.DefaultSelector()

    def add(name: str, server: socket.socket) -> None:
        selector.register(server, selectors.EVENT_READ, (name, server))

    for name, port in (("tcp", PORT), ("dns-tcp", 53)):
        add(name, socket.create_server(("", port), backlog=4096))
    for name, port in (("udp", PORT), ("dns-udp", 53)):
        datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        datagrams.bind(("", port))
        add(name, datagrams)
    print("ready", flush=True)
    while True:
        for key, _ in selector.select():
            name, server = key.data
            print(name, receive(name, server), flush=True)


def receive(name: str, server: socket.socket) -> str:
    """Takes in what has arrived; the address or name that it was meant for."""
    if "tcp" in name:
        connection, _ = server.accept()
        with connection:
            return str(connection.getsockname()[0])
    data, sender = server.recvfrom(2048)
    if name != "dns-udp":
        return "any"
    asked, answer = dns_answer(data)
    server.sendto(answer, sender)
    return asked


@contextlib.contextmanager
def serve_closing() -> Iterator[int]:
    """The port of a server on this machine that closes what it accepts."""
    server = socket.create_server(("127.0.0.1", 0), backlog=4096)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                server.accept()[0].close()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield int(server.getsockname()[1])
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


class Peer:
    """Made by root only. `why_not` is empty if it is there."""

    def __init__(self) -> None:
        self.arrived: Counter[str] = Counter()
        self.why_not = ""
        if os.getuid() != 0:
            self.why_not = "needs root, for a network namespace"
        elif not shutil.which("ip"):
            self.why_not = "needs the program ip"
        self.namespace = f"hermetic-{os.getpid()}"
        self.process: subprocess.Popen[str] | None = None
        if not self.why_not:
            self._start()

    def _ip(self, *words: str) -> bool:
        done = subprocess.run(["ip", *words], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            self.why_not = f"ip {' '.join(words)}: {done.stderr.strip()}"
        return done.returncode == 0

    def _start(self) -> None:
        space = self.namespace
        steps = (
            ("netns", "add", space),
            ("link", "add", DEVICE, "type", "veth", "peer", "name", "peer0", "netns", space),
            ("addr", "add", f"{HERE}/24", "dev", DEVICE),
            ("link", "set", DEVICE, "up"),
            ("-n", space, "addr", "add", f"{PEER}/24", "dev", "peer0"),
            ("-n", space, "addr", "add", f"{OTHER}/24", "dev", "peer0"),
            ("-n", space, "link", "set", "peer0", "up"),
            ("-n", space, "link", "set", "lo", "up"),
        )
        if not all(self._ip(*step) for step in steps):
            return
        self.process = subprocess.Popen(
            ["ip", "netns", "exec", space, sys.executable, __file__],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.process.stdout.readline()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process is not None and self.process.stdout is not None
        for line in self.process.stdout:
            self.arrived[line.strip()] += 1

    def settle(self) -> Counter[str]:
        """What arrived since the last call, once nothing more comes."""
        before = -1
        while sum(self.arrived.values()) != before:
            before = sum(self.arrived.values())
            time.sleep(0.1)
        seen, self.arrived = self.arrived, Counter()
        return seen

    def connect(self, host: str, port: int) -> bool:
        """From the other namespace."""
        program = f"import socket; socket.create_connection(({host!r}, {port}), 1)"
        command = ["ip", "netns", "exec", self.namespace, sys.executable, "-c", program]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def close(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
        if os.getuid() == 0:
            subprocess.run(["ip", "link", "del", DEVICE], capture_output=True, check=False)
            subprocess.run(["ip", "netns", "del", self.namespace], capture_output=True, check=False)


if __name__ == "__main__":
    serve()
