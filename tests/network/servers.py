"""What the programs under test talk to: servers on every address we have."""

import http.server
import socket
import ssl
import subprocess
import threading
from pathlib import Path


class _Hello(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"hello")

    def log_message(self, format: str, *args: object) -> None:
        pass


def _http(context: ssl.SSLContext | None = None) -> int:
    server = http.server.ThreadingHTTPServer(("0.0.0.0", 0), _Hello)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def _udp_echo() -> int:
    server = socket.socket(type=socket.SOCK_DGRAM)
    server.bind(("0.0.0.0", 0))

    def echo() -> None:
        while True:
            data, client = server.recvfrom(4096)
            server.sendto(data, client)

    threading.Thread(target=echo, daemon=True).start()
    return server.getsockname()[1]


def _unix(path: str) -> None:
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen()

    def greet() -> None:
        while True:
            client, _ = server.accept()
            with client:
                client.sendall(b"hello")

    threading.Thread(target=greet, daemon=True).start()


def _certificate(directory: Path, names: list[str]) -> tuple[Path, Path] | None:
    """A certificate for `names` and its key, if there is an openssl to make them."""
    certificate, key = directory / "certificate.pem", directory / "key.pem"
    alternatives = "subjectAltName=IP:127.0.0.1," + ",".join(f"DNS:{name}" for name in names)
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test".split()
    command += ["-keyout", str(key), "-out", str(certificate), "-addext", alternatives]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return certificate, key


def start(directory: Path) -> dict[str, str]:
    """Start them all; the names that cases may use for them."""
    names = {
        "http": str(_http()),
        "udp": str(_udp_echo()),
        "unix": str(directory / "unix.sock"),
        "closed": str(_closed_port()),
    }
    _unix(names["unix"])
    if pair := _certificate(directory, ["localhost", "allowed.test"]):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
        names |= {"https": str(_http(context)), "ca": str(pair[0])}
    return names


def _closed_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]
