"""What every case gets: the two interpreters, a directory, and ways to ask."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

WHO = (
    "import sys; print(sys.executable, sys.prefix, sys.base_prefix,"
    " sys._base_executable, sep='\\n')"
)


class Failed(Exception):
    """What was seen and what was wanted."""


class Skipped(Exception):
    """What the machine lacks."""


@dataclass
class Run:
    status: int
    stdout: str
    stderr: str


@dataclass
class World:
    binary: Path
    python: Path
    scratch: Path

    @cached_property
    def hermetic(self) -> Path:
        return self.binary.with_name("hermetic")

    @cached_property
    def version(self) -> str:
        code = "import sys; print('%d.%d' % sys.version_info[:2])"
        return self.output(self.binary, "-c", code).strip()

    def run(
        self,
        *command: str | Path,
        cwd: Path | None = None,
        environment: Mapping[str, str | Path] | None = None,
        stdin: str = "",
    ) -> Run:
        """`environment` is added to a plain one, in which no Python is on PATH first."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name.startswith(("PIP_", "UV_", "SSL_", "REQUESTS_", "HTTP", "http", "HOME"))
        }
        added = {name: str(value) for name, value in (environment or {}).items()}
        done = subprocess.run(
            command,
            cwd=cwd or self.scratch,
            env={"PATH": "/usr/bin:/bin"} | kept | added,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    def output(
        self,
        *command: str | Path,
        cwd: Path | None = None,
        environment: Mapping[str, str | Path] | None = None,
    ) -> str:
        """What a run prints that must succeed."""
        run = self.run(*command, cwd=cwd, environment=environment)
        expect(run.status, 0, f"status of {command}: {run.stderr}")
        return run.stdout

    def who(
        self,
        *command: str | Path,
        environment: Mapping[str, str | Path] | None = None,
    ) -> list[str]:
        """sys.executable, prefix, base_prefix, _base_executable."""
        return self.output(*command, "-c", WHO, environment=environment).splitlines()

    def make(self, *creator: str | Path, name: str = "env", pip: bool = False) -> Path:
        """A virtual environment made by the command line `creator` and its options."""
        directory = self.scratch / name
        self.output(*creator, *([] if pip else ["--without-pip"]), directory)
        return directory

    def write(self, name: str, text: str, mode: int = 0o644) -> Path:
        path = self.scratch / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(mode)
        return path

    def site(self, environment: Path) -> Path:
        return environment / f"lib/python{self.version}/site-packages"

    def install(self, environment: Path, interpreter: str | Path | None = None) -> Path:
        """A distribution with the console script `tool`, as an installer leaves it;
        `interpreter` None: without the script's file."""
        site = self.site(environment).relative_to(self.scratch)
        self.write(
            f"{site}/tool-1.dist-info/entry_points.txt", "[console_scripts]\ntool = tool:main\n"
        )
        self.write(f"{site}/tool.py", TOOL)
        script = environment / "bin/tool"
        if interpreter is not None:
            name = str(script.relative_to(self.scratch))
            self.write(name, f"#!{interpreter}\n{TOOL_SCRIPT}", 0o755)
        return script


TOOL = """import sys
def main():
    if "raise" in sys.argv:
        raise ValueError("asked for")
    print(sys.argv, sys.prefix, sys.path[0], sep="\\n")
    return {"text": "said", "seven": 7, "none": None}[sys.argv[1]]
"""

TOOL_SCRIPT = """# -*- coding: utf-8 -*-
import re
import sys
from tool import main
if __name__ == "__main__":
    sys.argv[0] = re.sub(r"(-script\\.pyw|\\.exe)?$", "", sys.argv[0])
    sys.exit(main())
"""

Check = Callable[[World], None]


def expect(got: object, want: object, what: str = "") -> None:
    if got != want:
        raise Failed(f"{what + ': ' if what else ''}{got!r} instead of {want!r}")


def expect_in(part: str, text: str) -> None:
    if part not in text:
        raise Failed(f"no {part!r} in {text!r}")


def expect_same_file(path: str | Path, want: Path) -> None:
    if not (os.path.exists(path) and os.path.samefile(path, want)):
        raise Failed(f"{path} is not {want}")
