"""Runs a program under hermetic-python in an empty directory, and what came of it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TIMEOUT_SECONDS = 240


class Skipped(Exception):
    """The reason why a case cannot be judged here."""


@dataclass
class Result:
    code: int
    out: str
    err: str

    def expect(self, code: int, out: str = "", err: str = "") -> None:
        """The exit code, and texts that the two streams have to hold."""
        assert self.code == code, f"exit code {self.code}, not {code}: {self.err[-400:]}"
        assert out in self.out, f"no {out!r} in {self.out[-400:]!r}"
        assert err in self.err, f"no {err!r} in {self.err[-400:]!r}"


@dataclass
class Bench:
    """One case's place: an empty directory and the two interpreters."""

    directory: Path
    binary: str
    python: str
    kernel: bool = False  # This build enforces --kernel.
    extra: Sequence[str] = field(default_factory=tuple)

    def options(self) -> list[str]:
        return ["--kernel=off"] if self.kernel else []

    def run(
        self,
        options: Sequence[str],
        code: str,
        *args: str,
        env: Mapping[str, str] | None = None,
        executable: str = "",
        before: Callable[[], None] | None = None,
        pass_fds: Sequence[int] = (),
    ) -> Result:
        """`code` as a script file, so that workers can import it."""
        script = self.directory / "program.py"
        script.write_text(code)
        policy = [*self.options(), *options] if options else []
        done = subprocess.run(
            [executable or self.binary, *policy, str(script), *args],
            cwd=self.directory,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(env or {})},
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            preexec_fn=before,
            pass_fds=pass_fds,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    def report(self) -> dict[str, Any]:
        return dict(json.loads((self.directory / "report.json").read_text()))

    def log(self) -> list[dict[str, Any]]:
        lines = (self.directory / "log.jsonl").read_text().splitlines()
        return [json.loads(line) for line in lines]


Case = Callable[[Bench], None]
CASES: dict[str, Case] = {}


def case(name: str) -> Callable[[Case], Case]:
    def add(function: Case) -> Case:
        assert name not in CASES, name
        CASES[name] = function
        return function

    return add
