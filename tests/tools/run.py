"""Do popular tools do their real job as under python3? hermetic-python makes a virtual
environment and installs them there; then each runs, in the same empty directory, under
python3, by its console script in that environment, and under a policy that lets it.

usage: run.py --binary PATH [--python PATH] [-k SUBSTRING] [-j N]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import zip_longest
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from documented import judge_documented
from packages import NoIndex, environment
from tools import PACKAGES, TOOLS, Tool

TIMEOUT_SECONDS = 200


# The case beside the tools.
DOCUMENTED = "documented"

# The name of python3 in the environment.
YARDSTICK = "python3-yardstick"

# What differs from one run of python3 to the next.
VARYING = (
    (re.compile(re.escape(YARDSTICK)), "python"),
    # What is said of the policy, and of what a library found refused and did without.
    (re.compile(r"^hermetic: .*\n", re.MULTILINE), ""),
    # pytest names its plugins, in any order.
    (re.compile(r"hermetic-python-[\d.]+, |, hermetic-python-[\d.]+"), ""),
    (re.compile(r"\b\d+\.\d+s( =+)?"), "TIME"),
    (re.compile(r"(?<=pip-|tmp-)[\w-]+"), "TEMPORARY"),
    (re.compile(r"(Created wheel for .*) sha256=\w+"), r"\1"),
)


class Service(BaseHTTPRequestHandler):
    """The local web service that SERVICE stands for."""

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = json.dumps({"path": self.path, "say": "hello"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        pass


@dataclass(frozen=True)
class World:
    venv: Path
    service: str


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str
    files: dict[str, bytes | None]  # No contents where only the name is compared.

    def difference(self, other: Outcome) -> str:
        """What `other` has otherwise, or nothing."""
        if self.code != other.code:
            return f"exit code {other.code}, not {self.code}: {other.err[-800:]}"
        for name, mine, theirs in (
            ("stderr", self.err.splitlines(), other.err.splitlines()),
            ("stdout", self.out.splitlines(), other.out.splitlines()),
            ("the list of files", sorted(self.files), sorted(other.files)),
        ):
            for want, got in zip_longest(mine, theirs):
                if want != got:
                    return f"{name} has {got!r}, not {want!r}"
        changed = [name for name in self.files if self.files[name] != other.files[name]]
        return f"the contents of {', '.join(changed)}" if changed else ""


def steady(text: str) -> str:
    for pattern, word in VARYING:
        text = pattern.sub(word, text)
    return text


def variables(venv: Path, home: Path) -> dict[str, str]:
    return {
        "PATH": f"{venv / 'bin'}:{os.environ['PATH']}",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "SOURCE_DATE_EPOCH": "1700000000",
    }


def run(tool: Tool, program: Sequence[str], world: World, place: Path) -> Outcome:
    """The tool's job in `place`, which is made anew: its name is part of many outputs."""
    shutil.rmtree(place, ignore_errors=True)
    for name, text in tool.files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text)
    place.mkdir(exist_ok=True)
    done = subprocess.run(
        [*program, *(word.replace("SERVICE", world.service) for word in tool.command[1:])],
        cwd=place,
        env=variables(world.venv, place),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
    )
    files: dict[str, bytes | None] = {
        str(path.relative_to(place)): None
        for path in place.rglob("*")
        if not any(part.startswith(".") for part in path.relative_to(place).parts)
    }
    for pattern in tool.products:
        found = list(place.glob(pattern))
        assert found, f"no {pattern}: {done.stderr[-800:]}"
        files.update({str(path.relative_to(place)): path.read_bytes() for path in found})
    return Outcome(done.returncode, steady(done.stdout), steady(done.stderr), files)


def words(tool: Tool, world: World, python: str = "", *policy: str) -> list[str]:
    """The command line up to the tool's first word, run by this Python of the environment;
    without one, a console script is run by its first line."""
    programs = world.venv / "bin"
    word = tool.command[0]
    if word.startswith("-") or word in tool.files:
        return [str(programs / (python or "python")), *policy, word]
    return [*([str(programs / python), *policy] if python else []), str(programs / word)]


def judge(tool: Tool, world: World) -> str:
    """What is wrong, or nothing."""
    with tempfile.TemporaryDirectory(prefix="hermetic-tools-") as directory:
        place = Path(directory).resolve() / "work"
        try:
            want = run(tool, words(tool, world, YARDSTICK), world, place)
            if want.code != tool.code:
                return f"under python3: exit code {want.code}: {want.err[-800:]}{want.out[-800:]}"
            for program in (words(tool, world), words(tool, world, "python", *tool.policy)):
                if problem := want.difference(run(tool, program, world, place)):
                    return f"{' '.join(program[1:-1]) or 'no policy'}: {problem}"
        except (AssertionError, OSError, subprocess.SubprocessError) as error:
            return f"{type(error).__name__}: {error}"
    return ""


def virtual_environment(binary: str, python: str) -> Path:
    """The tools in an environment of `binary`, which has a link to `python` as well."""
    name = "tools-" + hashlib.sha256(binary.encode()).hexdigest()[:8]
    venv = environment(binary, name, PACKAGES)
    link = venv / "bin" / YARDSTICK
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.realpath(python))
    return venv


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True, type=os.path.abspath)
    parser.add_argument("--python", default=sys.executable, help="python3 of the same version")
    parser.add_argument("-k", default="", metavar="SUBSTRING")
    parser.add_argument("-j", type=int, default=2, metavar="N")
    arguments = parser.parse_args()
    tools = [tool for tool in TOOLS if arguments.k in tool.name]
    try:
        venv = virtual_environment(arguments.binary, arguments.python)
    except NoIndex as reason:
        print(f"skipped: {reason}")
        print(f"0 passed, 0 failed, {len(tools)} skipped")
        return 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    world = World(venv, f"http://127.0.0.1:{server.server_port}")
    jobs = {tool.name: partial(judge, tool, world) for tool in tools}
    if arguments.k in DOCUMENTED:
        jobs[DOCUMENTED] = partial(judge_documented, venv)
    failed = 0
    with ThreadPoolExecutor(arguments.j) as pool:
        for name, result in [(name, pool.submit(job)) for name, job in jobs.items()]:
            if problem := result.result():
                failed += 1
                print(f"failed: {name}: {problem}", flush=True)
    server.shutdown()
    print(f"{len(jobs) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed or not jobs else 0


if __name__ == "__main__":
    sys.exit(main())
