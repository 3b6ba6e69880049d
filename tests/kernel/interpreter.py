"""What the interpreter says about refusals of the kernel."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path

from peer import OTHER, PORT
from probe import World

KILL_PARENT = "import os; os.kill(os.getppid(), 0)"
RAW_SOCKET = """
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(41 if os.uname().machine == "x86_64" else 198, 2, 1, 0) < 0:
    raise OSError(ctypes.get_errno(), "socket")
"""
CALL_RAW = "import ctypes, sys; ctypes.CDLL(sys.argv[1]).run_word(b'make_socket=2,1,0')"
CONNECT = f"""
import ctypes, os, socket, struct
libc = ctypes.CDLL(None, use_errno=True)
fd = libc.syscall(41 if os.uname().machine == "x86_64" else 198, 2, 1, 0)
address = struct.pack("=H", 2) + struct.pack("!H", {PORT}) + socket.inet_aton("{OTHER}") + bytes(8)
if libc.syscall(42 if os.uname().machine == "x86_64" else 203, fd, address, 16) < 0:
    raise OSError(ctypes.get_errno(), "connect")
"""


def run(world: World, policy: list[str], code: str, *arguments: str) -> tuple[int, str]:
    python = world.binary.with_name("hermetic-python")
    done = subprocess.run(
        [str(python), *policy, "-c", code, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr + done.stdout


def lacks(text: str, *parts: str) -> str:
    missing = [part for part in parts if part not in text]
    return f"{missing} not in: {text}" if missing else ""


def uncaught_refusals_get_a_line(world: World) -> str:
    code, text = run(world, ["--no-network"], KILL_PARENT)
    if code != 1:
        return f"exit code {code}: {text}"
    return lacks(text, "PermissionError", "hermetic: EPERM may be", "every policy") or lacks(
        run(world, ["--no-network"], RAW_SOCKET)[1], "hermetic: EPERM may be", "--no-network"
    )


def other_errors_get_no_line(world: World) -> str:
    for code in ("raise PermissionError(13, 'mine', '/data')", "raise OSError(2, 'x')", "1/0"):
        _, text = run(world, ["--no-network"], code)
        if "hermetic:" in text:
            return text
    return ""


def callers_are_named(world: World) -> str:
    policy = ["--no-network", "--no-subprocess", "--explain-kernel"]
    code, text = run(world, policy, CALL_RAW, str(world.library))
    if code != 0:
        return f"exit code {code}: {text}"
    said = lacks(text, "kernel refused socket (EPERM): --no-network", str(world.library))
    quiet = run(world, policy, "print('fine')")[1]
    return said or ("" if quiet == "fine\n" else f"not quiet: {quiet}")


def callers_need_no_subprocess(world: World) -> str:
    code, text = run(world, ["--no-network", "--explain-kernel"], "print('ran')")
    return lacks(text, "only with --no-subprocess", "ran") or (f"exit code {code}" if code else "")


def supervisor_denials_are_violations(world: World) -> str:
    policy = ["--no-network", "--allow-host=192.0.2.1", "--trace"]
    code, text = run(world, policy, CONNECT)
    told = lacks(text, f"[hermetic] blocked socket.connect host={OTHER}", "blocked network")
    return told or ("" if code == 2 else f"exit code {code}: {text}")


def plan_is_printed(world: World) -> str:
    policy = ["--no-network", "--fs-readonly", "--allow-localhost", "--print-policy"]
    code, text = run(world, policy, "")
    parts = (
        "audit events",
        "network: socket.__new__",
        "_socket.socket.connect",
        "Landlock layer",
        "/dev/null: write_file",
        "connect",
        "ask supervisor",
        "not covered",
    )
    return lacks(text, *parts) or (f"exit code {code}" if code else "")


def allowed_native_code_may_stand_beside_the_program(world: World) -> str:
    library = Path(sysconfig.get_path("stdlib"), "lib-dynload")
    with tempfile.TemporaryDirectory() as folder:
        for module in library.glob("xxlimited.*"):  # Not mapped from where it is.
            shutil.copy(module, folder)
        script = Path(folder, "script.py")
        script.write_text("import xxlimited; print(xxlimited.__file__)")
        policy = ["--block-native", "--no-subprocess", "--allow-native=xxlimited"]
        for options in ([script], ["-m", "script"], ["-c", script.read_text()]):
            python = world.binary.with_name("hermetic-python")
            done = subprocess.run(
                [python, "--kernel=require", *policy, *options],
                cwd=folder,
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
            if not done.stdout.startswith(folder):
                return f"{options}: {done.stdout}{done.stderr}"
    return ""


ALL: dict[str, Callable[[World], str]] = {
    "uncaught refusals get a line": uncaught_refusals_get_a_line,
    "other errors get no line": other_errors_get_no_line,
    "callers are named": callers_are_named,
    "callers need no-subprocess": callers_need_no_subprocess,
    "supervisor denials are violations": supervisor_denials_are_violations,
    "plan is printed": plan_is_printed,
    "allowed native code may stand beside the program": (
        allowed_native_code_may_stand_beside_the_program
    ),
}
