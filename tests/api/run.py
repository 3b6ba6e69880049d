"""Black-box tests of the package `hermetic`: each case is a small program.

usage: run.py --binary PATH [--python PATH] [-k SUBSTRING] [-j N]

PATH may be hermetic-python or a python3 in which the wheel is installed. A case
passes if its program prints what the table says; what a case tries is judged by
what the program sees or by files in its own directory. contract.py has the lines of
the compatibility contract with the cases that show each.
"""

from __future__ import annotations

import argparse
import importlib
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from case import Case, Outcome
from contract import without_a_case

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))

from packages import NoIndex, environment  # noqa: E402

TIMEOUT_SECONDS = 60

# What every program starts with: short names for what nearly all need.
PRELUDE = (HERE / "prelude.py").read_text()


def load_cases() -> list[Case]:
    found: list[Case] = []
    for file in sorted(HERE.glob("cases_*.py")):
        module = importlib.import_module(file.stem)
        area = file.stem.removeprefix("cases_")
        found += [case.named(f"{area}.{case.name}") for case in module.CASES]
    names = [case.name for case in found]
    doubles = {name for name in names if names.count(name) > 1}
    if doubles:
        raise SystemExit(f"two cases of one name: {sorted(doubles)}")
    if missing := without_a_case(names):
        raise SystemExit("lines of contract.py without a case:\n" + "\n".join(missing))
    return found


def package_path(case: Case, python: str) -> dict[str, str]:
    """What has the case's program find its packages. Raises NoIndex."""
    if not case.packages:
        return {}
    place = environment(python, "api", case.packages)
    return {"PYTHONPATH": str(next(place.glob("lib/python*/site-packages")))}


def run_case(case: Case, binary: str, python: str) -> Outcome:
    try:
        packages = package_path(case, python)
    except NoIndex as reason:
        return Outcome.skip(str(reason))
    with tempfile.TemporaryDirectory(prefix="hermetic-api-") as directory:
        for name, text in case.files.items():
            file = Path(directory, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
            file.chmod(0o755)
        Path(directory, "case.py").write_text(PRELUDE + case.program)
        variables = {k: v for k, v in os.environ.items() if not k.startswith("HERMETIC_")}
        variables |= {"PYTHONDONTWRITEBYTECODE": "1", "API_DIRECTORY": str(HERE), **packages}
        command = [binary, *case.options, *(case.command or ["case.py"])]
        try:
            done = subprocess.run(
                command,
                cwd=directory,
                env=variables | case.environment,
                capture_output=True,
                text=True,
                timeout=TIMEOUT_SECONDS,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            return Outcome.fail(f"no end after {TIMEOUT_SECONDS} s")
        return case.judge(done, Path(directory))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--python", help="of the same version; makes environments of packages")
    parser.add_argument("-k", dest="substring", default="")
    parser.add_argument("-j", dest="jobs", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    # Not resolved: a virtual environment is known by the path of its python.
    binary = os.path.abspath(arguments.binary)
    python = arguments.python or binary
    cases = [case for case in load_cases() if arguments.substring in case.name]
    cases = [case for case in cases if case.is_for(binary)]
    with ThreadPoolExecutor(arguments.jobs) as pool:
        outcomes = list(pool.map(lambda case: run_case(case, binary, python), cases))
    for case, outcome in zip(cases, outcomes, strict=True):
        if outcome.state != "passed":
            print(f"{outcome.state}: {case.name}\n{outcome.text}".rstrip())
    counts = [
        sum(outcome.state == state for outcome in outcomes)
        for state in ("passed", "failed", "skipped")
    ]
    print("{} passed, {} failed, {} skipped".format(*counts))
    return 1 if counts[1] else 0


if __name__ == "__main__":
    sys.exit(main())
