"""A network of our own: namespaces in which addresses and names mean what we say.

The runner starts itself again inside them (as root, or as root of a user
namespace). Where the machine refuses, addresses fall back to loopback ones and
`AVAILABLE` is False.
"""

import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading

_MARKER = "HERMETIC_TEST_NAMESPACE"
AVAILABLE = _MARKER in os.environ
WHY_NOT = "needs a network namespace: unshare refused it, or the program ip is missing"

HOST = "198.51.100.7" if AVAILABLE else "127.0.0.2"
HOST6 = "2001:db8::7" if AVAILABLE else "::1"
ANY = "0.0.0.0" if AVAILABLE else HOST
ANY6 = "::" if AVAILABLE else HOST6

_ADDRESSES = [
    HOST,
    "198.51.100.8",  # allowed.test
    "169.254.169.254",  # Cloud metadata, as are the next two.
    "100.100.100.200",
    "fd00:ec2::254",
    HOST6,
]

# What our DNS server answers to the end of a name; all other names are HOST's.
_ANSWERS = {
    "allowed.test": "198.51.100.8",
    "loopback.test": "127.0.0.1",
    "metadata.google.internal": "169.254.169.254",
    "metadata.allowed.test": "169.254.169.254",
}

dns_queries: set[str] = set()


def enter() -> None:
    """Replace this process by itself in fresh namespaces, if that is possible."""
    if AVAILABLE or not (shutil.which("unshare") and shutil.which("ip")):
        return
    command = ["unshare", "--net", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child"]
    if os.geteuid() != 0:
        command.insert(1, "--map-root-user")
    if subprocess.run([*command, "true"], capture_output=True).returncode == 0:
        os.environ[_MARKER] = "1"
        os.execvp(command[0], [*command, sys.executable, *sys.argv])


def prepare() -> None:
    """Inside the namespaces: addresses on the loopback device, and a resolver."""
    if not AVAILABLE:
        return
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for address in _ADDRESSES:
        prefix = "128" if ":" in address else "32"
        device = ["dev", "lo", "nodad"] if ":" in address else ["dev", "lo"]
        subprocess.run(["ip", "addr", "add", f"{address}/{prefix}", *device], check=True)
    with tempfile.NamedTemporaryFile("w") as resolv:
        resolv.write("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n")
        resolv.flush()
        os.chmod(resolv.name, 0o644)
        subprocess.run(["mount", "--bind", resolv.name, "/etc/resolv.conf"], check=True)
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 53))
    threading.Thread(target=_serve_dns, args=(server,), daemon=True).start()


def _serve_dns(server: socket.socket) -> None:
    while True:
        query, client = server.recvfrom(4096)
        labels, at = [], 12
        while query[at]:
            labels.append(query[at + 1 : at + 1 + query[at]].decode("latin-1"))
            at += 1 + query[at]
        name = ".".join(labels).lower()
        dns_queries.add(name)
        end = at + 5
        answer = b""
        if struct.unpack_from("!H", query, at + 1)[0] == 1:  # Type A.
            longest = max((e for e in _ANSWERS if name.endswith(e)), key=len, default="")
            address = _ANSWERS.get(longest, HOST)
            answer = b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 60, 4) + socket.inet_aton(address)
        counts = struct.pack("!HHHH", 1, 1 if answer else 0, 0, 0)
        server.sendto(query[:2] + b"\x81\x80" + counts + query[12:end] + answer, client)


def listens_outside_loopback(pid: int) -> bool:
    """Has `pid` a TCP socket that listens on other than a loopback address?"""
    try:
        links = [os.readlink(f"/proc/{pid}/fd/{fd}") for fd in os.listdir(f"/proc/{pid}/fd")]
    except OSError:
        return False  # It has ended, or a descriptor has.
    for table in ("tcp", "tcp6"):
        with open(f"/proc/net/{table}") as lines:
            for fields in map(str.split, list(lines)[1:]):
                address, state, inode = fields[1], fields[3], fields[9]
                loopback = address.startswith(("0100007F", "0" * 24 + "01000000"))
                if state == "0A" and not loopback and f"socket:[{inode}]" in links:
                    return True
    return False
