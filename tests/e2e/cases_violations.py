"""What a violation does to the program, its output and its exit code."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from case import Case, Tools, differs, folder

SWALLOW = "import os\ntry: os.system('true')\nexcept RuntimeError: pass\n"


@dataclass(frozen=True)
class Program:
    name: str
    options: list[str]
    text: str
    code: int
    stderr: list[str] = field(default_factory=list)
    stdout: str = ""
    silent: bool = False  # Nothing at all on stderr.


PROGRAMS = (
    Program(
        "native_grants_need_not_be_installed",
        ["--profile", "agent", "--allow-native", "no_such_package"],
        "print('fine')",
        0,
        stdout="fine\n",
        silent=True,
    ),
    Program(
        "what_is_only_told_is_told_once",
        ["--report-only", "--fs-readonly"],
        "import os\nopen(f'{__file__}.a', 'w').close(); os.mkdir(f'{__file__}.m')",
        0,
        ["2 violations swallowed"],
    ),
    Program(
        "connect_ex_answers_and_is_recorded",
        ["--no-network"],
        "import socket; print(socket.socket().connect_ex(('192.0.2.1', 9)))",
        0,
        ["1 violation swallowed", "connect(192.0.2.1)"],
        stdout="13\n",
    ),
    Program(
        "datagram_is_told",
        ["--no-network"],
        "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))",
        2,
        ["hermetic: blocked network: send to 192.0.2.1"],
    ),
    Program(
        "unix_socket_is_told",
        ["--no-network"],
        "import socket; socket.socket(socket.AF_UNIX).connect('/run/service')",
        2,
        ["hermetic: blocked network: ", "--allow-unix"],
    ),
    Program(
        "loopback_server_is_the_kernels_to_refuse",
        ["--no-network", "--kernel=require"],
        "import socket\ntry: socket.socket().bind(('127.0.0.1', 0))\nexcept PermissionError: print('no')",
        0,
        stdout="no\n",
        silent=True,
    ),
    Program(
        "uncaught",
        ["--no-subprocess"],
        "import os; os.system('true')",
        2,
        ["hermetic: blocked subprocess: "],
    ),
    Program(
        "uncaught_has_no_traceback_but_a_place",
        ["--no-subprocess"],
        "import os\ndef work():\n    os.system('true')\nwork()",
        2,
        ["  at ", "program.py:3 in work", "  policy: --no-subprocess"],
    ),
    Program(
        "caused_another_exception",
        ["--no-subprocess"],
        "import os\ntry: os.system('true')\nexcept RuntimeError as e: raise ValueError('no') from e",
        2,
        ["ValueError: no", "hermetic: blocked subprocess: "],
    ),
    Program(
        "another_exception_in_its_handler",
        ["--no-subprocess"],
        "import os\ntry: os.system('true')\nexcept RuntimeError: raise KeyError('k')",
        2,
        ["KeyError: 'k'", "hermetic: blocked subprocess: "],
    ),
    Program(
        "unrelated_exception_keeps_its_code", ["--no-subprocess"], "1 / 0", 1, ["ZeroDivisionError"]
    ),
    Program("exit_code_of_the_program", ["--no-subprocess"], "raise SystemExit(7)", 7, silent=True),
    Program(
        "nothing_tried_nothing_said",
        ["--profile", "block-all"],
        "print('fine')",
        0,
        stdout="fine\n",
        silent=True,
    ),
    Program(
        "swallowed_is_told_in_one_line",
        ["--no-subprocess"],
        SWALLOW,
        0,
        [
            "hermetic: 1 violation swallowed by the program (1 subprocess); first: subprocess disabled at "
        ],
    ),
    Program(
        "swallowed_fails_the_run",
        ["--no-subprocess", "--fail-on-violation"],
        SWALLOW,
        2,
        ["1 violation swallowed"],
    ),
    Program(
        "in_a_thread_is_recorded",
        ["--no-subprocess", "--fail-on-violation"],
        "import os, threading\nt = threading.Thread(target=os.system, args=('true',))\nt.start(); t.join()",
        2,
        ["violation"],
    ),
    Program(
        "at_exit_is_recorded",
        ["--no-subprocess", "--fail-on-violation"],
        "import atexit, os\natexit.register(os.system, 'true')",
        2,
        ["violation"],
    ),
    Program(
        "in_a_finaliser_is_recorded",
        ["--no-subprocess", "--fail-on-violation"],
        "import os\nclass C:\n    def __del__(self, system=os.system): system('true')\nc = C()",
        2,
        ["violation"],
    ),
    Program(
        "on_violation_oserror",
        ["--no-subprocess", "--on-violation=oserror"],
        "import os\ntry: os.system('true')\nexcept PermissionError as e: print(e.errno, e)",
        0,
        stdout="13 subprocess disabled\n",
    ),
    Program(
        "on_violation_raise_is_no_oserror",
        ["--no-subprocess"],
        "import os\ntry: os.system('true')\nexcept OSError: print('os')\nexcept RuntimeError as e: print(type(e).__name__)",
        0,
        stdout="PolicyViolation\n",
    ),
    Program(
        "on_violation_kill",
        ["--no-subprocess", "--on-violation=kill"],
        "import os\ntry: os.system('true')\nfinally: print('not reached')",
        2,
        ["hermetic: blocked subprocess: "],
    ),
    Program(
        "on_violation_log",
        ["--no-subprocess", "--on-violation=log", "--trace"],
        "import os; print(os.system('exit 3') >> 8)",
        0,
        ["[hermetic] blocked subprocess reason=no-subprocess"],
        stdout="3\n",
    ),
    Program(
        "trace_line",
        ["--no-code-exec", "--trace"],
        "try: eval('1')\nexcept RuntimeError as e: print(e)",
        0,
        ["[hermetic] blocked eval\n"],
        stdout="dynamic code execution disabled: eval\n",
    ),
    Program(
        "refused_import_is_an_import_error",
        ["--block-native"],
        "try: import ctypes\nexcept ImportError as e: print(type(e).__mro__[1].__name__, e.name)",
        0,
        stdout="PolicyViolation ctypes\n",
    ),
    Program(
        "own_excepthook_still_runs",
        ["--no-subprocess"],
        "import os, sys\nsys.excepthook = lambda *a: print('mine')\nos.system('true')",
        2,
        ["hermetic: blocked subprocess: "],
        stdout="mine\n",
    ),
    Program(
        "pth_files_run_guarded",
        ["--no-subprocess"],
        "import sys; print(sys.flags.no_site)",
        0,
        stdout="0\n",
    ),
)


def check(program: Program, tools: Tools) -> str | None:
    with folder() as place:
        script = place / "program.py"
        script.write_text(program.text)
        result = tools.run(*program.options, script)
    problem = differs(result, program.code, program.stderr, program.stdout)
    if problem is None and program.silent and result.stderr:
        return f"stderr is {result.stderr!r}"
    return problem


CASES = [Case(f"violations/{p.name}", partial(check, p)) for p in PROGRAMS]
