"""A wheel of this repository, in a clean virtual environment."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests"))

from packages import environment  # noqa: E402


class Failed(Exception):
    """A command did not do what it was for; the text is the end of what it wrote."""


@dataclass(frozen=True)
class Installed:
    version: str  # Of Python: "3.12".
    base: Path  # The python that the environment is of.
    wheel: Path
    venv: Path

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"


def run(*command: str | Path, code: int = 0, cwd: Path | None = None) -> str:
    """What the command writes. Raises Failed for another exit code."""
    done = subprocess.run(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode != code:
        raise Failed(f"exit code {done.returncode}, wanted {code}: {done.stdout[-3000:]}")
    return done.stdout


def install(version: str, base: Path, directory: Path) -> Installed:
    """Builds and installs below `directory`. Raises NoIndex where the build backend
    cannot be had, and Failed."""
    tools = environment(base, "wheel", ["scikit-build-core"])
    # One build directory per version stays, so that only what has changed is compiled.
    build = ROOT / "build" / "wheel" / version
    run(
        tools / "bin" / "python", "-m", "pip", "wheel", "-q", "--no-build-isolation", "--no-deps",
        "-w", directory, f"--config-settings=build-dir={build}", ROOT,
    )  # fmt: skip
    (wheel,) = directory.glob("*.whl")
    venv = directory / "venv"
    run(base, "-m", "venv", venv)
    run(venv / "bin" / "python", "-m", "pip", "install", "-q", "--no-index", "--no-deps", wheel)
    return Installed(version, base, wheel, venv)
