"""One test script: the data in its header, and one run of it.

A header is the block of `# key: value` comment lines at the top of a script. A
key may be given more than once. `{names}` in values stand for what the runner
prepared (see world.py).
"""

import concurrent.futures
import os
import re
import resource
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_HEADER = re.compile(r"# ([a-z-]+): *(.*)")
_TIMEOUT_SECONDS = 60
_MAX_FILE_BYTES = 256 << 20


@dataclass(frozen=True)
class Case:
    path: Path
    name: str
    headers: Mapping[str, list[str]]

    @classmethod
    def load(cls, path: Path, root: Path) -> "Case":
        headers: dict[str, list[str]] = {}
        for line in path.read_text().splitlines():
            if not line.startswith("#"):
                break
            if match := _HEADER.fullmatch(line):
                headers.setdefault(match[1], []).append(match[2])
        return cls(path, str(path.relative_to(root).with_suffix("")), headers)

    def first(self, key: str, default: str = "") -> str:
        return self.headers.get(key, [default])[0]

    def words(self, key: str, names: Mapping[str, str], default: str = "") -> list[str]:
        """The value of `key` with names filled in, split as a shell would."""
        return shlex.split(self.first(key, default).format_map(names))


@dataclass(frozen=True)
class Outcome:
    code: int  # Negative: the signal that ended it.
    stdout: str
    stderr: str
    timed_out: bool

    @property
    def crashed(self) -> str:
        """Why this was a crash, or the empty string."""
        if self.timed_out:
            return f"hung for {_TIMEOUT_SECONDS} s"
        if self.code < 0:
            return f"killed by signal {-self.code}"
        return "fatal error" if "Fatal Python error" in self.stderr else ""


def run(
    command: list[str],
    cwd: str,
    env: Mapping[str, str],
    stdin: str = "",
    watch: Callable[[int], None] = lambda pid: None,
    pass_fds: Sequence[int] = (),
) -> Outcome:
    """Run `command` in its own session and end what it leaves behind.

    Output goes to files, so that a surviving child that holds a pipe cannot make
    us wait. `watch` is called with the process id while the process may run.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=dict(env),
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=err,
            start_new_session=True,
            pass_fds=pass_fds,
        )
        watch(process.pid)
        timed_out = False
        try:
            process.communicate(stdin.encode(), timeout=_TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            timed_out = True
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # Nothing is left of its group.
        code = process.wait()
        out.seek(0)
        err.seek(0)
        stdout, stderr = (stream.read().decode(errors="replace") for stream in (out, err))
        return Outcome(code, stdout, stderr, timed_out)


def bound_files() -> None:
    """Keep this process and its children from filling the disk by a mistake."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (_MAX_FILE_BYTES, resource.RLIM_INFINITY))


def set_up(commands: list[str], cwd: str, env: Mapping[str, str]) -> None:
    """Run shell commands that prepare a run."""
    for command in commands:
        subprocess.run(
            command,
            shell=True,
            check=True,
            cwd=cwd,
            env=dict(env),
            stdout=subprocess.DEVNULL,
            timeout=_TIMEOUT_SECONDS,
        )


def missing(case: Case, python: str) -> str:
    """The first unmet `# needs:` of a script, or the empty string."""
    for need in case.headers.get("needs", []):
        kind, _, value = need.partition(" ")
        if kind == "root" and os.geteuid() != 0:
            return "needs root"
        if kind == "program" and subprocess.run(["which", value], capture_output=True).returncode:
            return f"needs the program {value}"
        if kind == "module" and not _succeeds(python, f"import {value}"):
            return f"needs the module {value}"
        if kind == "code" and not _succeeds(python, value):
            return f"needs {value}"
        if kind.startswith("python>="):
            version = tuple(int(part) for part in kind[8:].split("."))
            if not _succeeds(python, f"import sys; assert sys.version_info >= {version}"):
                return f"needs {kind}"
        if kind.startswith("python<"):
            version = tuple(int(part) for part in kind[7:].split("."))
            if not _succeeds(python, f"import sys; assert sys.version_info < {version}"):
                return f"needs {kind}"
    return ""


def _succeeds(python: str, code: str) -> bool:
    return subprocess.run([python, "-c", code], capture_output=True).returncode == 0


@dataclass(frozen=True)
class Verdict:
    name: str
    state: str  # passed, failed or skipped
    detail: str = ""


def report(judge: Callable[[Case], Verdict], cases: Iterable[Case], jobs: int) -> int:
    """Judge every case, print what did not pass and a summary; the exit code."""

    def judge_any(case: Case) -> Verdict:
        try:
            return judge(case)
        except (KeyError, ValueError, OSError, subprocess.SubprocessError) as error:
            return Verdict(case.name, "failed", f"the runner failed: {error!r}")

    counts = {"passed": 0, "failed": 0, "skipped": 0}
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for verdict in pool.map(judge_any, cases):
            counts[verdict.state] += 1
            if verdict.state != "passed":
                print(f"{verdict.state}: {verdict.name}: {verdict.detail}", flush=True)
    print(", ".join(f"{count} {state}" for state, count in counts.items()))
    sys.stdout.flush()
    return 1 if counts["failed"] or not counts["passed"] else 0
