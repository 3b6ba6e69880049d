"""Does the policy follow every process, and does one record hold what all of
them did? Cases judge by exit codes, files and the output of unguarded parents.

usage: run.py --binary PATH [--python PATH] [-k SUBSTRING] [-j N]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

import cases_blocks
import cases_handover
import cases_libraries
import cases_native
import cases_programs
import cases_record
import cases_seal
from harness import CASES, Bench, Skipped

MODULES = (
    cases_blocks,
    cases_handover,
    cases_record,
    cases_programs,
    cases_seal,
    cases_native,
    cases_libraries,
)


def judge(name: str, arguments: argparse.Namespace, kernel: bool) -> tuple[str, str]:
    with tempfile.TemporaryDirectory(prefix="hermetic-children-") as directory:
        bench = Bench(Path(directory).resolve(), arguments.binary, arguments.python, kernel)
        try:
            CASES[name](bench)
        except Skipped as reason:
            return "skipped", str(reason)
        except (AssertionError, OSError, ValueError, subprocess.SubprocessError) as error:
            return "failed", f"{type(error).__name__}: {error}"
    return "passed", ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--python", default=sys.executable, help="python3 of the same version")
    parser.add_argument("-k", default="", metavar="SUBSTRING")
    parser.add_argument("-j", type=int, default=2, metavar="N")
    arguments = parser.parse_args()
    probe = [arguments.binary, "--no-network", "--kernel=off", "-c", "pass"]
    kernel = subprocess.run(probe, capture_output=True).returncode == 0
    names = [name for name in CASES if arguments.k in name]
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    with ThreadPoolExecutor(arguments.j) as pool:
        verdicts = pool.map(lambda name: judge(name, arguments, kernel), names)
        for name, (state, detail) in zip(names, verdicts, strict=True):
            counts[state] += 1
            if state != "passed":
                print(f"{state}: {name}: {detail}", flush=True)
    print(", ".join(f"{count} {state}" for state, count in counts.items()))
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
