"""What a case is, and the tools it has."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Skipped(Exception):
    """The case cannot run here; the text says why."""


@dataclass(frozen=True)
class Result:
    code: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Tools:
    binary: Path
    python: Path

    def run(
        self,
        *arguments: str | Path,
        program: Path | None = None,
        cwd: Path | None = None,
        stdin: str = "",
        environ: dict[str, str] | None = None,
        timeout: float = 60,
    ) -> Result:
        """Run the binary (or `program`) with a plain environment."""
        plain = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "HERMETIC_"))}
        done = subprocess.run(
            [program or self.binary, *arguments],
            cwd=cwd,
            input=stdin,
            env=plain | (environ or {}),
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class Case:
    name: str
    check: Callable[[Tools], str | None]


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="hermetic-e2e-") as name:
        yield Path(name).resolve()


def differs(
    result: Result, code: int, stderr: Sequence[str] = (), stdout: str | None = None
) -> str | None:
    """None if the result is as expected: exit code, parts of stderr, all of stdout."""
    if result.code != code:
        return f"exit code {result.code}, not {code}: {result.stderr.strip()[-300:]}"
    for part in stderr:
        if part not in result.stderr:
            return f"stderr lacks {part!r}: {result.stderr.strip()[-300:]}"
    if stdout is not None and result.stdout != stdout:
        return f"stdout is {result.stdout!r}, not {stdout!r}"
    return None
