"""Virtual environments with packages from a package index, which tests of several
suites use. They are kept outside the repository, for the next run."""

from __future__ import annotations

import fcntl
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hermetic-tests"


class NoIndex(Exception):
    """No package index within reach has them; the text says what was wanted."""


def environment(python: Path | str, name: str, packages: Iterable[str]) -> Path:
    """The environment `name` of `python`, with at least `packages` in it. Safe to call
    from several threads and processes. Raises NoIndex."""
    version = subprocess.run(
        [python, "-V"], capture_output=True, text=True, check=True
    ).stdout.split()[1]
    place = _CACHE / f"{name}-{version}"
    place.mkdir(parents=True, exist_ok=True)
    with open(place / "installed", "a+") as stamp:
        fcntl.flock(stamp, fcntl.LOCK_EX)
        stamp.seek(0)
        there = set(stamp.read().split())
        if missing := sorted(set(packages) - there):
            _install(python, place, missing)
            stamp.write("".join(f"{package}\n" for package in missing))
    return place


def _install(python: Path | str, place: Path, packages: list[str]) -> None:
    if not (place / "bin" / "pip").exists():
        subprocess.run([python, "-m", "venv", place], check=True, capture_output=True)
    install = ["-m", "pip", "install", "-q", "--retries=1", "--timeout=10", *packages]
    got = subprocess.run([place / "bin" / "python", *install], capture_output=True, text=True)
    if got.returncode != 0:
        raise NoIndex(f"no package index within reach has {', '.join(packages)}")
