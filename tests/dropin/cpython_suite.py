"""CPython's own test suite under two interpreters, compared test by test.

Each test module runs in a process of its own (`-m test`), under python3 and
under hermetic-python, in an empty directory and a plain environment. What
python3 passes, hermetic-python must pass.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

MODULE_TIMEOUT = 900.0

Command = tuple[str, ...]

# How hermetic-python is run. The second decides and records, and refuses nothing
# (under any policy CPython's own _testcapi would be out of bounds).
WAYS: Mapping[str, Command] = {
    "no policy": (),
    "armed": ("--deny-import=no.such.module", "--on-violation=log"),
}

# The tables of cpython_suite.toml: test or module, and the reason.
Known = Mapping[str, Mapping[str, str]]

# Tests that never end on machines with a vsock device, under python3 as well.
IGNORED_TESTS = ("*VSOCK*", "*Vsock*")


@dataclass(frozen=True)
class ModuleResult:
    """What one interpreter made of one test module."""

    outcome: str  # "ok" or what regrtest ended with
    tests: dict[str, str] = field(default_factory=dict)  # id: pass, skip or fail
    output: str = ""


@dataclass(frozen=True)
class Difference:
    """A test that does not come out under hermetic-python as under python3."""

    test: str
    python: str
    hermetic: str

    def __str__(self) -> str:
        return f"{self.test}: {self.python} under python3, {self.hermetic} under hermetic-python"


def list_modules(python: Path) -> list[str]:
    """The test modules that `python` ships."""
    listing = subprocess.run(
        [python, "-I", "-m", "test", "--list-tests"], capture_output=True, text=True, check=True
    )
    return listing.stdout.split()


def plain_environment(home: str) -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8"}


def run_module(interpreter: Command, module: str, parent: Path) -> ModuleResult:
    """Runs one module of the suite in a fresh process group and directory."""
    ignored = [word for pattern in IGNORED_TESTS for word in ("--ignore", pattern)]
    with tempfile.TemporaryDirectory(dir=parent) as scratch:
        report = Path(scratch, "report.xml")
        command = [*interpreter, "-m", "test", "--junit-xml", str(report), *ignored, module]
        process = subprocess.Popen(
            command,
            cwd=scratch,
            env=plain_environment(scratch),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            output, _ = process.communicate(timeout=MODULE_TIMEOUT)
            ending = {0: "ok", 2: "failed", 3: "env changed", 4: "no tests"}.get(
                process.returncode, f"exit {process.returncode}"
            )
        except subprocess.TimeoutExpired:
            output, ending = b"", "timeout"
        finally:
            end_group(process)
        text = output.decode("utf-8", "replace")
        return ModuleResult(ending, read_report(report), text)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """Ends what a module left running, itself included."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def read_report(report: Path) -> dict[str, str]:
    if not report.exists():
        return {}
    tests: dict[str, str] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        kinds = {child.tag for child in case}
        name = case.get("name", "")
        state = "fail" if kinds & {"failure", "error"} else "skip" if "skipped" in kinds else "pass"
        if tests.get(name) != "fail":  # Subtests share their test's name.
            tests[name] = state
    return tests


def differences(module: str, python: ModuleResult, hermetic: ModuleResult) -> set[Difference]:
    """Everything python3 passes and hermetic-python does not."""
    found = {
        Difference(test, state, hermetic.tests.get(test, "absent"))
        for test, state in python.tests.items()
        if state == "pass" and hermetic.tests.get(test) != "pass"
    }
    if not found and python.outcome == "ok" and hermetic.outcome != "ok":
        found.add(Difference(module, python.outcome, hermetic.outcome))
    return found


def python_failures(module: str, python: ModuleResult) -> Iterable[str]:
    """The tests that python3 itself fails; the module if it does not get that far."""
    failing = [test for test, state in python.tests.items() if state == "fail"]
    return failing or ([module] if python.outcome != "ok" else [])


def compare(module: str, python: Path, hermetic: Path, known: Known, scratch: Path) -> str:
    """Runs `module` under python3, and under hermetic-python without a policy and
    with one that allows everything; a description of what differs, or "".

    What differs only once of two times is a flaky test, not a difference.
    """
    expected = run_module((str(python),), module, scratch)
    failures: list[str] = []
    for way, options in WAYS.items():
        command = (str(hermetic), *options)
        found = new_differences(module, expected, command, known, scratch)
        if found:
            expected = run_module((str(python),), module, scratch)
            found &= new_differences(module, expected, command, known, scratch)
        failures += [f"{way}: {difference}" for difference in sorted(map(str, found))]
    for test in python_failures(module, expected):
        if not {test, module} & known["python_fails"].keys():
            print(f"note: python3 itself fails {test} on this machine", flush=True)
    return "; ".join(failures[:5])


def new_differences(
    module: str, expected: ModuleResult, command: Command, known: Known, scratch: Path
) -> set[Difference]:
    found = differences(module, expected, run_module(command, module, scratch))
    return {difference for difference in found if difference.test not in known["differs"]}
