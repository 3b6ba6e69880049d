"""hermetic-python against python3 of the same version, as ratios of one run.

Both are measured in turn, many times, and the best of each is taken: what else
the machine does only ever adds time.

usage: bench.py --binary PATH [--python PATH] [--rounds N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Mapping
from pathlib import Path

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}

# Command lines whose whole run counts: start, work and end of the process.
START_UP: Mapping[str, tuple[str, ...]] = {
    "start": ("-c", "pass"),
    "start, isolated and without site": ("-I", "-S", "-c", "pass"),
    "start and import json, re": ("-c", "import json, re"),
    "start and import asyncio": ("-c", "import asyncio"),
}

# Work of about a tenth of a second, so that the start matters little.
STEADY: Mapping[str, str] = {
    "calls": "def f(x): return x + 1\nfor i in range(1_000_000): f(i)",
    "floats": "x = 0.0\nfor i in range(2_000_000): x = x * 0.5 + i",
    "dictionaries": "d = {}\nfor i in range(500_000): d[str(i % 5000)] = i",
    "strings": "for i in range(200_000): f'{i:>10} {i!r}'.split()",
    "objects": "class A:\n  def __init__(s): s.x = 1\nfor i in range(500_000): A().x",
    "exceptions": "for i in range(500_000):\n  try: raise ValueError\n  except ValueError: pass",
    "open and close": "for i in range(20_000): open('/dev/null').close()",
    "stat": "import os\nfor i in range(50_000): os.stat('/')",
    "environment": "import os\nfor i in range(200_000): os.environ.get('PATH')",
    "compile": "for i in range(2_000): compile('x = [a + 1 for a in range(10)]', 'f', 'exec')",
}


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    child = os.posix_spawn(command[0], command, ENVIRONMENT)
    _, status = os.waitpid(child, 0)
    elapsed = time.perf_counter() - started
    if status:
        raise SystemExit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return elapsed


def compare(python: Path, binary: Path, arguments: tuple[str, ...], rounds: int) -> str:
    times: dict[Path, list[float]] = {python: [], binary: []}
    for _ in range(rounds):
        for side, measured in times.items():
            measured.append(seconds([str(side), *arguments]))
    best = [min(times[side]) * 1000 for side in (python, binary)]
    median = [statistics.median(times[side]) for side in (python, binary)]
    return f"{best[0]:9.2f} {best[1]:9.2f} {best[1] / best[0]:8.3f} {median[1] / median[0]:8.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--python", type=Path, default=Path("/usr/bin/python3.11"))
    parser.add_argument("--rounds", type=int, default=40)
    options = parser.parse_args()
    print(
        f"{'':34} {'python3':>9} {'hermetic':>9} {'ratio':>8} {'median':>8}   (milliseconds, best)"
    )
    for name, arguments in START_UP.items():
        print(f"{name:34} {compare(options.python, options.binary, arguments, options.rounds)}")
    for name, code in STEADY.items():
        rounds = max(3, options.rounds // 8)
        print(f"{name:34} {compare(options.python, options.binary, ('-c', code), rounds)}")


if __name__ == "__main__":
    main()
