"""Real extension modules that open sockets and files by themselves, with and without permission."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from packages import NoIndex, environment
from peer import serve_closing
from probe import Skipped, World

PACKAGES = ("psycopg2-binary", "pyzmq", "lxml", "uvloop")

# Each ends with 0 when the library could do what it is for, and may crash when it could not.
PROGRAMS = {
    "psycopg2": """
import psycopg2, sys
try:
    psycopg2.connect(host="127.0.0.1", port=sys.argv[1], sslmode="disable", connect_timeout=5)
except psycopg2.OperationalError as error:
    sys.exit("closed the connection" not in str(error))  # It got as far as the server.
""",
    "pyzmq": """
import zmq
context = zmq.Context()
server, client = context.socket(zmq.REP), context.socket(zmq.REQ)
client.connect(f"tcp://127.0.0.1:{server.bind_to_random_port('tcp://127.0.0.1')}")
client.send(b"hello")
assert server.poll(5000) and server.recv() == b"hello"
""",
    "uvloop": """
import asyncio, uvloop
async def main():
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    assert await reader.read() == b""
    writer.close()
uvloop.run(main())
""",
    "lxml": """
import sys
from lxml import etree
etree.ElementTree(etree.XML("<a/>")).write(sys.argv[2])
""",
}
SOCKETS = ("psycopg2", "pyzmq", "uvloop")
ALLOWED_NETWORK = (
    ["--no-network", "--allow-localhost"],
    ["--no-network", "--allow-host=127.0.0.1"],
    ["--fs-readonly"],
)


def install() -> Path:
    try:
        return environment(sys.executable, "extensions", PACKAGES)
    except NoIndex as reason:
        raise Skipped(str(reason)) from None


def works(world: World, policy: list[str], name: str, port: int, out: Path) -> bool:
    python = str(world.binary.with_name("hermetic-python"))
    command = [python, "--venv", str(install()), *policy, "-c", PROGRAMS[name]]
    done = subprocess.run(
        [*command, str(port), str(out)], capture_output=True, timeout=60, check=False
    )
    return done.returncode == 0


def sockets_of_extensions(world: World) -> str:
    with serve_closing() as port:
        for name in SOCKETS:
            for policy in ([], *ALLOWED_NETWORK):
                if not works(world, policy, name, port, world.scratch / "unused"):
                    return f"{name} does not work with {policy}"
            if works(world, ["--no-network", "--kernel=require"], name, port, world.scratch):
                return f"{name} works with --no-network"
    return ""


def files_of_extensions(world: World) -> str:
    out = world.scratch / "written" / "out.xml"
    out.parent.mkdir()
    if works(world, ["--fs-readonly", "--kernel=require"], "lxml", 0, out) or out.exists():
        return "lxml writes with --fs-readonly"
    policy = ["--fs-readonly", f"--allow-write={out.parent}"]
    return "" if works(world, policy, "lxml", 0, out) and out.exists() else "lxml cannot write"


ALL: dict[str, Callable[[World], str]] = {
    "sockets of extensions": sockets_of_extensions,
    "files of extensions": files_of_extensions,
}
