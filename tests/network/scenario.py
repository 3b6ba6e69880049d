"""A case: a policy, a program, and what is to be seen of it.

`{names}` stand for what servers.py started; {host} is an address outside
loopback, {allowed} that of allowed.test (see ../escapes/namespace.py).
"""

import re
from dataclasses import dataclass

LOCAL = "--no-network --allow-localhost"
DOMAIN = "--no-network --allow-domain allowed.test"


@dataclass(frozen=True)
class Case:
    name: str
    policy: str
    program: str
    stdout: str = ""
    stderr: tuple[str, ...] = ()  # Each is in it, once.
    code: int = 0
    unasked: str = ""  # No question to the name server may have this in it.
    needs_network: bool = False


def refused(name: str, policy: str, program: str, *stderr: str, unasked: str = "") -> Case:
    """The program ends with an uncaught violation; `stderr` are parts of the report."""
    return Case(name, policy, program, "", stderr, 2, unasked)


def caught(name: str, policy: str, program: str, message: str) -> Case:
    """The last line of the program raises a PolicyViolation, which says `message`."""
    *before, last = program.splitlines()
    lines = [*before, "try:", f"    {last}", "except RuntimeError as error:"]
    lines += ["    print(type(error).__name__, error.guard, error, sep='|')"]
    leak = re.search(r"leak\d+", program)
    want = f"PolicyViolation|network|network disabled: {message}\n"
    return Case(name, policy, "\n".join(lines), want, unasked=leak[0] if leak else "")


GET = "import urllib.request; print(urllib.request.urlopen('{url}').read().decode())"
PRINT_TLS = """
import socket, ssl
context = ssl.create_default_context(cafile="{{ca}}")
with socket.create_connection(("{host}", {{https}})) as raw:
    with context.wrap_socket(raw, server_hostname="{host}") as tls:
        tls.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
        data = b""
        while part := tls.recv(4096):
            data += part
        print(data.partition(b"\\r\\n\\r\\n")[2].decode())
"""
ASYNC_GET = """
import asyncio, ssl
async def main():
    reader, writer = await asyncio.open_connection("{host}", {{{port}}}, ssl={ssl})
    writer.write(b"GET / HTTP/1.0\\r\\n\\r\\n")
    print((await reader.read()).partition(b"\\r\\n\\r\\n")[2].decode())
    writer.close()
asyncio.run(main())
"""
CONNECT = "import socket\nsocket.socket().connect({address})"
