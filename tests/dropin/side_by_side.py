"""Runs one command line under two interpreters and compares what comes out."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

CASE_TIMEOUT = 60.0

Argument = str | bytes
Environment = Mapping[str, str | None]


@dataclass(frozen=True)
class Case:
    """A command line, or a shell script in which "$PYTHON" is the interpreter.

    `environment` is added to a plain one; None removes a variable. Each side
    runs in a fresh directory of the same name that holds FIXTURES and `files`.
    `volatile` are patterns whose matches differ from run to run.
    `link` runs the interpreter through a symbolic link of this name, so that
    both sides have the same argv[0], process name and sys.executable.
    """

    name: str
    arguments: tuple[Argument, ...] = ()
    shell: str = ""
    stdin: bytes = b""
    environment: Environment = field(default_factory=dict)
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    volatile: tuple[str, ...] = ()
    link: str = ""
    # What our --help prints before python3's is ours.
    stdout_may_begin_otherwise: bool = False


@dataclass(frozen=True)
class Outcome:
    """What can be seen of a run from outside."""

    status: int | str
    stdout: bytes
    stderr: bytes


# Addresses and process numbers that a traceback or repr may hold.
ALWAYS_VOLATILE = (r"0x[0-9a-fA-F]{4,}",)


def write_files(directory: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def write_zip(path: Path, files: Mapping[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)


def environment_of(case: Case, interpreter: Path, home: Path) -> dict[str, str]:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8"}
    environment |= {"PYTHON": str(interpreter)} if case.shell else {}
    for name, value in case.environment.items():
        if value is None:
            environment.pop(name, None)
        else:
            environment[name] = value
    return environment


def run(case: Case, interpreter: Path, directory: Path) -> Outcome:
    """Runs `case` in `directory`, which is made anew."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    fixtures(directory)
    write_files(directory, case.files)
    if case.link:
        link = directory / case.link
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(interpreter)
        interpreter = link
    command = ["/bin/sh", "-c", case.shell] if case.shell else [str(interpreter), *case.arguments]
    process = subprocess.Popen(
        command,
        cwd=directory,
        env=environment_of(case, interpreter, directory),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    status: int | str
    try:
        stdout, stderr = process.communicate(case.stdin, timeout=CASE_TIMEOUT)
        status = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        stdout, stderr = process.communicate()
        status = "timeout"
    return Outcome(status, stdout, stderr)


def fixtures(directory: Path) -> None:
    write_files(directory, FIXTURES)
    write_zip(directory / "app.zip", {"__main__.py": PROBE_TARGET, "inside.py": "x = 1\n"})
    write_zip(directory / "nomain.zip", {"inside.py": "x = 1\n"})


def normal(output: bytes, interpreter: Path, volatile: tuple[str, ...]) -> str:
    text = output.decode("utf-8", "surrogateescape").replace(str(interpreter), "<PYTHON>")
    for pattern in (*ALWAYS_VOLATILE, *volatile):
        text = re.sub(pattern, "<VOLATILE>", text)
    return text


def compare(
    case: Case, environment: Environment, python: Path, hermetic: Path, scratch: Path
) -> str:
    """A description of the first difference, or an empty string.

    `environment` is set for both; the case's own variables come over it.
    """
    case = replace(case, environment={**environment, **case.environment})
    directory = scratch / "case"
    expected, actual = run(case, python, directory), run(case, hermetic, directory)
    if expected.status == "timeout":
        return "python3 itself does not end"
    if expected.status != actual.status:
        return (
            f"status {actual.status} instead of {expected.status}; stderr: {actual.stderr[-600:]!r}"
        )
    for stream in ("stdout", "stderr"):
        want = normal(getattr(expected, stream), python, case.volatile)
        got = normal(getattr(actual, stream), hermetic, case.volatile)
        if case.stdout_may_begin_otherwise and stream == "stdout" and got.endswith(want):
            continue
        if want != got:
            return f"{stream} differs at {first_difference(want, got)}"
    return ""


def first_difference(want: str, got: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(want, got, strict=False)) if a != b), -1)
    at = min(len(want), len(got)) if at < 0 else at
    start = max(0, at - 60)
    return f"offset {at}: python3 {want[start : at + 120]!r}, here {got[start : at + 120]!r}"


# Prints what a target can see of how it was started.
PROBE_TARGET = """\
import sys
print(__name__, __file__ if "__file__" in globals() else None, __spec__ and __spec__.name)
print(sys.argv, sys.orig_argv[1:], sys.path[:2], sorted(globals()))
"""

FIXTURES: dict[str, str | bytes] = {
    "script.py": PROBE_TARGET,
    "sub/nested.py": PROBE_TARGET,
    "sub/sibling.py": "x = 1\n",
    "appdir/__main__.py": PROBE_TARGET,
    "nomain/other.py": "x = 1\n",
    "package/__init__.py": "print('package', __name__)\n",
    "package/__main__.py": PROBE_TARGET,
    "package/tool.py": PROBE_TARGET,
    "mainless/__init__.py": "",
    "raises.py": (
        "def inner(x):\n    return 1 / x\n\ndef outer():\n    inner(0)\n\n"
        "try:\n    outer()\nexcept ZeroDivisionError as e:\n    raise KeyError('k') from e\n"
    ),
}
