"""Is hermetic-python a drop-in python3? Command lines side by side, the symbols
that extension modules see, and CPython's own test suite.

usage: run.py --binary PATH [--python PATH] [-k SUBSTRING] [-j N]
              [--cpython none|subset|all]
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import cases_endings
import cases_environment
import cases_interpreter
import cases_options
import cases_places
import cases_shell
import cases_streams
import cases_targets
import cpython_suite
import executable
import extension
import side_by_side

HERE = Path(__file__).parent
TABLES = (
    cases_options,
    cases_environment,
    cases_targets,
    cases_endings,
    cases_interpreter,
    cases_places,
    cases_shell,
    cases_streams,
)

# Prefix of a case's name, and what both sides find in the environment. The second
# is a policy that allows whatever the cases do; python3 does not know the variable.
WAYS: Mapping[str, side_by_side.Environment] = {
    "": {},
    "armed: ": {"HERMETIC_DENY_IMPORT": "no.such.module"},
}

KEPT_TO_THE_END = "the guards still hold _imp when -v lists what python3 destroys last"
# What any policy changes, with the reason.
DIFFERS_WHEN_ARMED: Mapping[str, str] = {
    "-v": KEPT_TO_THE_END,
    "-vv without site": KEPT_TO_THE_END,
    "PYTHONVERBOSE": KEPT_TO_THE_END,
    "a script that is a FIFO": "under a policy a program that is a FIFO is refused: it might never begin",
    "kernel: status": "the kernel layer takes privileges away, and shows as a seccomp filter",
}


@dataclass
class Check:
    """One thing that can fail. `run` gives a description of the failure or ""."""

    name: str
    run: Callable[[Path], str]  # Called with an empty directory.
    seconds: float = 0.0


def command_line_checks(python: Path, binary: Path) -> Iterable[Check]:
    for way, environment in WAYS.items():
        for case in (case for table in TABLES for case in table.CASES):
            if way and case.name in DIFFERS_WHEN_ARMED:
                continue
            compare = partial(side_by_side.compare, case, environment, python, binary)
            yield Check(way + case.name, compare)


def own_checks(python: Path, binary: Path) -> Iterable[Check]:
    for name, check in (extension.CHECKS | executable.CHECKS).items():
        yield Check(name, partial(check, python, binary))


def cpython_checks(python: Path, binary: Path, which: str) -> Iterable[Check]:
    if which == "none":
        return
    known = tomllib.loads((HERE / "cpython_suite.toml").read_text())
    modules = known["subset"] if which == "subset" else cpython_suite.list_modules(python)
    for module in modules:
        if module not in known["skip"]:
            yield Check(module, partial(cpython_suite.compare, module, python, binary, known))


def run_check(check: Check) -> str:
    started = time.monotonic()
    try:
        return attempt(check)
    finally:
        check.seconds = time.monotonic() - started


def attempt(check: Check) -> str:
    with tempfile.TemporaryDirectory(prefix="dropin-") as scratch:
        try:
            return check.run(Path(scratch))
        except Exception as error:  # A broken check is a failure, not the end of the run.
            return f"could not be checked: {error!r}"


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--python", type=Path, default=Path("/usr/bin/python3.11"))
    parser.add_argument("-k", dest="substring", default="")
    parser.add_argument("-j", dest="jobs", type=int, default=os.cpu_count())
    parser.add_argument("--cpython", choices=("none", "subset", "all"), default="none")
    return parser.parse_args()


def main() -> int:
    options = parse_arguments()
    # A background job starts with SIGINT ignored, and its children would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    python, binary = options.python.absolute(), options.binary.absolute()
    checks = [
        *command_line_checks(python, binary),
        *own_checks(python, binary),
        *cpython_checks(python, binary, options.cpython),
    ]
    checks = [check for check in checks if options.substring in check.name]
    failed = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for check, failure in zip(checks, pool.map(run_check, checks), strict=True):
            if failure:
                failed += 1
                print(f"FAIL {check.name}: {failure}", flush=True)
    slowest = sorted(checks, key=lambda check: -check.seconds)[:5]
    print("slowest:", ", ".join(f"{check.name} {check.seconds:.1f} s" for check in slowest))
    print(f"{len(checks) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
