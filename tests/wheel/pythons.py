"""The CPythons of this machine that a wheel can be built for."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

OLDEST = 11
# Shims that choose a version by themselves are no Python to build for.
PROBE = """
import os, sys, sysconfig
real = os.path.realpath(sys.executable) == os.path.realpath(sys.argv[1])
header = os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h"))
print(sys.version_info.minor if real and header and sys.version_info.releaselevel == "final" else 0)
"""


def find_pythons(first: str) -> dict[str, Path]:
    """By version ("3.12"), one for each: `first`, then what PATH and pyenv have."""
    found: dict[str, Path] = {}
    for candidate in [Path(first), *_candidates()]:
        minor = _minor_version(candidate)
        if minor >= OLDEST:
            found.setdefault(f"3.{minor}", candidate)
    return found


def _candidates() -> Iterator[Path]:
    directories = [Path(entry) for entry in os.environ.get("PATH", "").split(os.pathsep) if entry]
    directories += sorted(Path.home().glob(".pyenv/versions/*/bin"))
    for directory in directories:
        yield from sorted(directory.glob("python3.[1-9][0-9]"))


def _minor_version(python: Path) -> int:
    try:
        probe = subprocess.run(
            [python, "-Ic", PROBE, python], capture_output=True, text=True, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    return int(probe.stdout) if probe.returncode == 0 else 0
