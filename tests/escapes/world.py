"""What a script is let loose on, and what can be seen of it from outside.

A World is made anew for each run: a directory tree, secrets, listeners. Nothing
in here is in the guarded process, so nothing in there can falsify it.
"""

import hashlib
import os
import random
import secrets
import selectors
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import namespace

_Address = tuple[str, int] | str

PAST = 1_000_000_000  # Modification time of every file, so that a touch shows.


class World:
    """`names` are what `{...}` in a header stands for."""

    def __init__(self, python: str) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="hermetic-escape-"))
        self.root.chmod(0o755)
        self.secret = "secret-" + secrets.token_hex(8)
        self.token = "token" + secrets.token_hex(6)
        self.listeners = _Listeners(self.root / "listener.sock", self.token)
        size, a, b = (random.randrange(10**5, 10**6) for _ in range(3))
        self._listening = threading.Event()
        self._done = threading.Event()
        self._inherited: list[socket.socket] = []
        self.names = {
            "python": python,
            "work": str(self.root),
            "inside": str(self.root / "inside"),
            "outside": str(self.root / "outside"),
            "code": str(self.root / "code"),
            "mark": str(self.root / "outside" / "mark"),
            "victim": str(self.root / "outside" / "victim.txt"),
            "secret": self.secret,
            "secret_file": str(self.root / "outside" / "secret.txt"),
            "size": str(size),
            "token": self.token,
            "host": namespace.HOST,
            "host6": namespace.HOST6,
            "port": str(self.listeners.port),
            "unix": str(self.root / "listener.sock"),
            "abstract": "listener-" + self.token,
            "expression": f"{a}*{b}",
            "program": f"print({a}*{b})",
            "answer": str(a * b),
        }
        self._populate(size)
        self._before: dict[str, str] = {}

    def _populate(self, size: int) -> None:
        files = {
            "inside/data.txt": "data",
            "outside/secret.txt": self.secret,
            "outside/victim.txt": "victim",
            "outside/sized": "x" * size,
            f"outside/listing/{self.secret}": "",
            "outside/empty/keep": "",
            "code/program.txt": self.names["program"],
            "code/evil.py": self.names["program"],
            "home/.keep": "",
        }
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        (self.root / "outside/empty/keep").unlink()
        (self.root / "outside/link").symlink_to(self.secret)

    def environ(self) -> dict[str, str]:
        return {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "HOME": str(self.root / "home"),
            "TMPDIR": str(self.root / "inside"),
            "CANARY_SECRET": self.secret,
        }

    def connected_descriptor(self) -> int:
        """The number of a socket that is connected to our listener."""
        sock = socket.create_connection((namespace.HOST, self.listeners.port))
        self._inherited.append(sock)
        return sock.fileno()

    def freeze(self) -> None:
        """Remember the state of every file: the run comes next."""
        for path in sorted(self.root.rglob("*"), reverse=True):
            os.utime(path, (PAST, PAST), follow_symlinks=False)
        self._before = {str(p): _state(p) for p in self.root.rglob("*")}

    def watch(self, pid: int) -> None:
        """Look for sockets of `pid` that listen on other than loopback."""

        def poll() -> None:
            while not self._done.wait(0.03):
                if namespace.listens_outside_loopback(pid):
                    self._listening.set()

        threading.Thread(target=poll, daemon=True).start()

    def has(self, evidence: str, output: str) -> bool:
        """Is there `evidence` (a line of a header, names filled in)?"""
        kind, _, value = evidence.partition(" ")
        match kind:
            case "printed":
                return value in output
            case "created":
                return os.path.lexists(value)
            case "gone":
                return value in self._before and not os.path.lexists(value)
            case "changed":
                return os.path.lexists(value) and _state(Path(value)) != self._before[value]
            case "heard" if value == "dns":
                return any(self.token in name for name in namespace.dns_queries)
            case "heard":
                return value in self.listeners.heard
            case "listening":
                return self._listening.is_set()
        raise ValueError(f"unknown evidence: {evidence}")

    def wait_for(self, evidence: str, output: str, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while not self.has(evidence, output):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True

    def close(self) -> None:
        self._done.set()
        for sock in self._inherited:
            sock.close()
        self.listeners.close()
        if os.geteuid() == 0:  # What an attempt made immutable or mounted.
            subprocess.run(["chattr", "-R", "-i", self.root], capture_output=True)
        shutil.rmtree(self.root, ignore_errors=True)


def _state(path: Path) -> str:
    """Everything of a file that an attempt may have changed."""
    info = path.lstat()
    parts: list[object] = [info.st_mode, info.st_uid, info.st_gid, info.st_mtime_ns, info.st_nlink]
    parts += [sorted(os.listxattr(path, follow_symlinks=False)), info.st_size]
    if path.is_file() and not path.is_symlink():
        parts.append(hashlib.sha256(path.read_bytes()).hexdigest())
    return repr(parts)


class _Listeners:
    """TCP, UDP and AF_UNIX sockets.

    `heard` has the kinds that heard anything, "bytes" once any came by TCP, and "data"
    once the token did.
    """

    def __init__(self, path: Path, token: str) -> None:
        self._token = token.encode()
        self.heard: set[str] = set()
        self._selector = selectors.DefaultSelector()
        self._sockets: dict[int, socket.socket] = {}
        self._stopped = False
        tcp = self._listen("tcp", socket.AF_INET, (namespace.ANY, 0))
        self.port = tcp.getsockname()[1]
        self._bind("udp", socket.AF_INET, socket.SOCK_DGRAM, (namespace.ANY, self.port))
        self._listen("tcp", socket.AF_INET6, (namespace.ANY6, self.port))
        self._bind("udp", socket.AF_INET6, socket.SOCK_DGRAM, (namespace.ANY6, self.port))
        self._listen("unix", socket.AF_UNIX, str(path))
        self._listen("unix", socket.AF_UNIX, "\0listener-" + token)
        self._bind("unix", socket.AF_UNIX, socket.SOCK_DGRAM, str(path) + ".dgram")
        threading.Thread(target=self._serve, daemon=True).start()

    def _bind(
        self, kind: str, family: int, type_: int, address: tuple[str, int] | str
    ) -> socket.socket:
        sock = socket.socket(family, type_)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind(address)
        self._selector.register(sock, selectors.EVENT_READ, kind)
        self._sockets[sock.fileno()] = sock
        return sock

    def _listen(self, kind: str, family: int, address: _Address) -> socket.socket:
        sock = self._bind(kind, family, socket.SOCK_STREAM, address)
        sock.listen()
        return sock

    def _serve(self) -> None:
        while not self._stopped:
            for key, _ in self._selector.select(0.1):
                self.heard.add(key.data)
                sock = self._sockets[key.fd]
                if sock.type == socket.SOCK_DGRAM:
                    sock.recv(65536)
                    continue
                connection, _ = sock.accept()
                with connection:
                    connection.settimeout(0.3)
                    self._converse(connection)
        for sock in self._sockets.values():
            sock.close()
        self._selector.close()

    def _converse(self, connection: socket.socket) -> None:
        try:
            connection.sendall(b"HTTP/1.0 200 OK\r\n\r\nhello\r\n")
            data = b""
            while self._token not in data and (more := connection.recv(4096)):
                self.heard.add("bytes")
                data += more
            if self._token in data:
                self.heard.add("data")
        except OSError:
            pass  # The client said nothing or has gone; that it came is noted.

    def close(self) -> None:
        self._stopped = True
