"""The package as `pip install .` installs it, in every CPython of this machine.

usage: run.py [--binary PATH] [--python PATH] [-k SUBSTRING] [-j N]

For each version, a wheel is built and installed into a clean virtual environment;
what is expected of it is in checks.py.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from checks import CHECKS
from installed import Failed, Installed, install
from packages import NoIndex
from pythons import find_pythons


def report(name: str, check: Callable[[], None]) -> str:
    try:
        check()
    except NoIndex as reason:
        print(f"skipped: {name}: {reason}", flush=True)
        return "skipped"
    except Failed as problem:
        print(f"failed: {name}\n{problem}", flush=True)
        return "failed"
    return "passed"


def run_version(version: str, python: Path, substring: str) -> Counter[str]:
    checks = {f"{version}.{check.__name__}": check for check in CHECKS}
    chosen = {name: check for name, check in checks.items() if substring in name}
    if not chosen:
        return Counter()
    with tempfile.TemporaryDirectory(prefix="hermetic-wheel-") as directory:
        installed: list[Installed] = []
        state = report(
            f"{version}.builds_and_installs",
            lambda: installed.append(install(version, python, Path(directory))),
        )
        if state != "passed":
            return Counter({state: 1 + len(chosen)})
        results = [report(name, partial(check, installed[0])) for name, check in chosen.items()]
        return Counter([state, *results])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", help="taken for the sake of the other suites")
    parser.add_argument("--python", default=sys.executable, help="the first python to build for")
    parser.add_argument("-k", dest="substring", default="")
    parser.add_argument("-j", dest="jobs", help="taken for the sake of the other suites")
    arguments = parser.parse_args()
    counts = Counter[str]()
    for version, python in find_pythons(arguments.python).items():
        counts += run_version(version, python, arguments.substring)
    print("{passed} passed, {failed} failed, {skipped} skipped".format_map(
        {"passed": 0, "failed": 0, "skipped": 0} | counts))  # fmt: skip
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
