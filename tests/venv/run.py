"""Targets and virtual environments, end to end: environments made by
hermetic-python and by others, console scripts, and what pip installs.

usage: run.py --binary PATH [--python PATH] [-k SUBSTRING] [-j N]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cases_foreign
import cases_made
import cases_packages
import cases_targets
import cases_theirs
from world import Check, Failed, Skipped, World

CHECKS: tuple[Check, ...] = (
    *cases_made.CHECKS,
    *cases_theirs.CHECKS,
    *cases_targets.CHECKS,
    *cases_packages.CHECKS,
    *cases_foreign.CHECKS,
)


def name_of(check: Check) -> str:
    return check.__name__.replace("_", " ")


def attempt(check: Check, binary: Path, python: Path) -> str:
    """One word, and why."""
    with tempfile.TemporaryDirectory(prefix="venv-") as scratch:
        try:
            check(World(binary, python, Path(scratch).resolve()))
        except Failed as failure:
            return f"FAIL {name_of(check)}: {failure}"
        except Skipped as reason:
            return f"skip {name_of(check)}: {reason}"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--python", type=Path, default=Path("/usr/bin/python3.11"))
    parser.add_argument("-k", dest="substring", default="")
    parser.add_argument("-j", dest="jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    binary = Path(os.path.abspath(options.binary))
    checks = [check for check in CHECKS if options.substring in name_of(check)]
    started = time.monotonic()
    with ThreadPoolExecutor(options.jobs) as pool:
        answers = list(pool.map(lambda check: attempt(check, binary, options.python), checks))
    for answer in filter(None, answers):
        print(answer)
    print(f"{time.monotonic() - started:.1f} s")
    failed = sum(answer.startswith("FAIL") for answer in answers)
    skipped = sum(answer.startswith("skip") for answer in answers)
    print(f"{len(checks) - failed - skipped} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
