"""Run the real program as a user would, and judge it from outside.

Usage: run.py --binary PATH [--python PATH] [-k SUBSTR] [-j N]
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

import cases_bad_input
import cases_examples
import cases_guards
import cases_readme
import cases_violations
from case import Case, Skipped, Tools

SUITES = (cases_guards, cases_violations, cases_bad_input, cases_examples, cases_readme)


def judge(case: Case, tools: Tools) -> str | None:
    """None if the case passed, else what went wrong."""
    try:
        return case.check(tools)
    except Skipped:
        raise
    except Exception as error:  # A broken case is a failed one; the others go on.
        return f"{type(error).__name__}: {error}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--python", type=Path, default=Path("/usr/bin/python3.11"))
    parser.add_argument("-k", default="", metavar="SUBSTR")
    parser.add_argument("-j", type=int, default=2, metavar="N")
    options = parser.parse_args()
    tools = Tools(options.binary.resolve(), options.python)
    cases = [case for suite in SUITES for case in suite.CASES if options.k in case.name]
    passed = failed = skipped = 0
    with ThreadPoolExecutor(options.j) as pool:
        futures = [(case, pool.submit(judge, case, tools)) for case in cases]
        for case, future in futures:
            try:
                problem = future.result()
            except Skipped as reason:
                skipped += 1
                print(f"skipped: {case.name}: {reason}")
                continue
            if problem is None:
                passed += 1
            else:
                failed += 1
                print(f"failed: {case.name}: {problem}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
