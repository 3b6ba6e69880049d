"""A program tries what its guard forbids: exit code 2, the right message, and
nothing happened outside. The same program works under python3."""

from __future__ import annotations

import socket
import textwrap
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from case import Case, Result, Tools, differs, folder


@dataclass(frozen=True)
class Attempt:
    name: str
    option: str
    program: str  # {mark}: a file that must not appear; {port}: a listener that must hear nothing
    message: str
    effect: str = "mark"  # or "heard", "printed"


ATTEMPTS = (
    Attempt(
        "urllib",
        "--no-network",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:{port}/', timeout=5)",
        "hermetic: blocked network: ",
        "heard",
    ),
    Attempt(
        "http_client",
        "--no-network",
        "import http.client; http.client.HTTPConnection('127.0.0.1', {port}, timeout=5).request('GET', '/')",
        "hermetic: blocked network: ",
        "heard",
    ),
    Attempt(
        "socket",
        "--no-network",
        "import socket; socket.create_connection(('127.0.0.1', {port}), 5).sendall(b'x')",
        "hermetic: blocked network: ",
        "heard",
    ),
    Attempt(
        "socket_alone",
        "--no-network",
        "import socket; s = socket.socket(); s.connect(('127.0.0.1', {port})); s.sendall(b'x')",
        "hermetic: blocked network: connect to 127.0.0.1",
        "heard",
    ),
    Attempt(
        "os_system",
        "--no-subprocess",
        "import os; os.system('touch {mark}')",
        "hermetic: blocked subprocess: ",
    ),
    Attempt(
        "subprocess_run",
        "--no-subprocess",
        "import subprocess; subprocess.run(['touch', '{mark}'])",
        "hermetic: blocked subprocess: ",
    ),
    Attempt(
        "fork",
        "--no-subprocess",
        "import os\nif os.fork() == 0: open('{mark}', 'w'); os._exit(0)\nos.wait()",
        "hermetic: blocked subprocess: ",
    ),
    Attempt(
        "open_for_writing",
        "--fs-readonly",
        "open('{mark}', 'w').write('x')",
        "hermetic: blocked filesystem: ",
    ),
    Attempt(
        "mkdir", "--fs-readonly", "import os; os.mkdir('{mark}')", "hermetic: blocked filesystem: "
    ),
    Attempt(
        "ctypes",
        "--block-native",
        "import ctypes; ctypes.CDLL(None).system(b'touch {mark}')",
        "hermetic: blocked imports: ",
    ),
    Attempt(
        "eval",
        "--no-code-exec",
        'eval(\'open("{mark}", "w")\')',
        "hermetic: blocked code_exec: ",
    ),
    Attempt(
        "environ",
        "--no-environment",
        "import os; value = os.environ['CANARY']; open('{mark}', 'w').write(value)",
        "hermetic: blocked environment: ",
    ),
    Attempt(
        "sys_path",
        "--no-interpreter-mutation",
        "import sys; sys.path.append('/nowhere'); open('{mark}', 'w')",
        "hermetic: blocked interpreter: ",
    ),
    Attempt(
        "denied_import",
        "--deny-import=json",
        "import json; open('{mark}', 'w')",
        "hermetic: blocked imports: import json",
    ),
    Attempt(
        "block_all",
        "--profile=block-all",
        "import os; os.system('touch {mark}')",
        "hermetic: blocked subprocess: ",
    ),
)


@contextmanager
def listener() -> Iterator[tuple[int, threading.Event]]:
    """A port of loopback, and whether anything ever connected to it."""
    heard = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        over = threading.Event()

        def serve() -> None:
            while not over.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                heard.set()
                connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1], heard
        finally:
            over.set()
            thread.join()


def attempt(case: Attempt, tools: Tools, binary: Path, options: list[str]) -> tuple[bool, Result]:
    with folder() as place, listener() as (port, heard):
        mark = place / "mark"
        script = place / "program.py"
        script.write_text(textwrap.dedent(case.program).format(mark=mark, port=port))
        result = tools.run(*options, script, program=binary, environ={"CANARY": "tweet"})
        happened = heard.wait(0.3) if case.effect == "heard" else mark.exists()
        return happened, result


def check(case: Attempt, tools: Tools) -> str | None:
    happened, result = attempt(case, tools, tools.python, [])
    if not happened:
        return f"proves nothing, it does not work under python3: {result}"
    happened, result = attempt(case, tools, tools.binary, [case.option])
    if happened:
        return f"it happened: {result}"
    return differs(result, 2, [case.message, "policy: "])


CASES = [Case(f"guards/{a.name}", partial(check, a)) for a in ATTEMPTS]
