"""The network guard, end to end: programs, local servers, and what both see.

In namespaces of its own where the machine allows that, so that names and
addresses outside loopback can be had; cases that need them are skipped
elsewhere.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "escapes"))

import namespace  # noqa: E402
import servers  # noqa: E402
from cases_allowed import ALLOWED  # noqa: E402
from cases_names import NAMES  # noqa: E402
from cases_refused import MESSAGES, REPORTS  # noqa: E402
from scenario import Case  # noqa: E402

_TIMEOUT_SECONDS = 60


class Runner:
    def __init__(self, binary: str, directory: str) -> None:
        self._binary = binary
        self._directory = directory
        self._names = servers.start(Path(directory))
        self._names |= {"host": namespace.HOST, "allowed": "198.51.100.8"}
        # The guard by itself, where the kernel layer can be told to stay away.
        alone = [binary, "--no-network", "--kernel=off", "-c", "pass"]
        works = subprocess.run(alone, capture_output=True).returncode == 0
        self._options = ["--kernel=off"] if works else []

    def judge(self, case: Case) -> tuple[str, str]:
        """ "passed", "failed" or "skipped", and why."""
        if case.needs_network and not namespace.AVAILABLE:
            return "skipped", namespace.WHY_NOT
        try:
            program, policy, stdout = (
                text.format_map(self._names) for text in (case.program, case.policy, case.stdout)
            )
        except KeyError as error:
            return "skipped", f"there is no {error} (openssl is needed)"
        path = Path(self._directory) / f"{case.name}.py"
        path.write_text(program)
        command = [self._binary, *self._options, *policy.split(), str(path)]
        environ = {"PATH": os.defpath, "LANG": "C.UTF-8"}
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, env=environ, timeout=_TIMEOUT_SECONDS
            )
        except subprocess.TimeoutExpired:
            return "failed", "hung"
        return self._difference(case, done, stdout)

    def _difference(
        self, case: Case, done: subprocess.CompletedProcess[str], stdout: str
    ) -> tuple[str, str]:
        if (done.returncode, done.stdout) != (case.code, stdout):
            return "failed", f"exit code {done.returncode}, {done.stdout!r}\n{done.stderr}"
        for part in case.stderr:
            if done.stderr.count(part.format_map(self._names)) != 1:
                return "failed", f"stderr has not {part!r} once:\n{done.stderr}"
        if case.unasked and any(case.unasked in name for name in namespace.dns_queries):
            return "failed", f"asked the name server for {case.unasked}"
        return "passed", ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--binary", required=True, type=os.path.abspath)
    parser.add_argument("--python", help="not needed here")
    parser.add_argument("-k", default="", metavar="SUBSTR", help="only names that contain this")
    parser.add_argument("-j", type=int, default=2, metavar="N", help="runs at the same time")
    arguments = parser.parse_args()
    namespace.enter()
    namespace.prepare()
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    with tempfile.TemporaryDirectory(prefix="hermetic-network-") as directory:
        cases = [*ALLOWED, *MESSAGES, *REPORTS, *NAMES]
        runner = Runner(arguments.binary, directory)
        chosen = [case for case in cases if arguments.k in case.name]
        with ThreadPoolExecutor(arguments.j) as pool:
            for case, (state, why) in zip(chosen, pool.map(runner.judge, chosen), strict=True):
                counts[state] += 1
                if state != "passed":
                    print(f"{state}: {case.name}: {why}")
    print(", ".join(f"{count} {state}" for state, count in counts.items()))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
