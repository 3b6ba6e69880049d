"""Run ordinary programs under every guard that does not forbid their purpose.

Each program must do the same (stdout and exit code) under python3 and under
hermetic-python, and violate nothing on the way (--fail-on-violation). Header:

    # uses: localhost write     what the program is for; all the rest is forbidden to it
    # grant-native: NAME..., # grant-code-exec: NAME...   what the guard lets through
    # policy: OPTIONS           instead: exactly these options
    # args: ..., # stdin: ..., # env: NAME=VALUE, # setup: COMMAND
    # needs: module NAME | program NAME | root | python>=3.12 | python<3.13
    # wants: PACKAGE...         from a package index, into a virtual environment
    # falls-back: REASON        it tries something forbidden, and does without

`{work}` is the current directory of the program: empty, and the only place where
it may read or write, if `uses` does not say otherwise.
"""

import argparse
import itertools
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "escapes"), str(HERE.parent)]

from case import Case, Outcome, Verdict, bound_files, missing, report, run, set_up  # noqa: E402
from packages import NoIndex, environment  # noqa: E402

# Each guard: what `uses` must say to be spared it, and its options.
GUARDS = {
    "localhost": "--no-network",
    "subprocess": "--no-subprocess",
    "environment": "--no-environment",
    "code_exec": "--no-code-exec",
    "mutation": "--no-interpreter-mutation",
    "native": "--block-native",
}


def guards(case: Case, readable: str) -> list[str]:
    """The options of one guard per string, with the grants that belong to it."""
    if "policy" in case.headers:
        return [case.first("policy")]
    used = set(case.first("uses").split())
    if unknown := used - GUARDS.keys() - {"read", "write"}:
        raise ValueError(f"unknown use: {unknown}")
    chosen = {name: option for name, option in GUARDS.items() if name not in used}
    for name, grant in (("native", "native"), ("code_exec", "code-exec")):
        if name in chosen:
            granted = case.first(f"grant-{grant}").split()
            chosen[name] += "".join(f" --allow-{grant} {package}" for package in granted)
    if "localhost" in used:
        chosen["localhost"] = "--no-network --allow-localhost"
    files = "--fs-readonly" if "read" in used else "--fs-readonly={work}" + readable
    chosen["files"] = files + (" --allow-write {work}" if "write" in used else "")
    return list(chosen.values())


# The guards alone, then with the kernel layer below them.
KERNEL_MODES = ("--kernel=off", "--kernel=auto")


class Packages:
    """A virtual environment with what the programs want, or the reason why there is none."""

    def __init__(self, python: str, wanted: set[str]) -> None:
        self.environment = self.site = Path()
        self._reason = ""
        if not wanted:
            return
        try:
            self.environment = environment(python, "ordinary", wanted)
            self.site = next(self.environment.glob("lib/python*/site-packages"))
        except NoIndex as reason:
            self._reason = str(reason)

    def missing(self, case: Case) -> str:
        return self._reason if "wants" in case.headers else ""


class Runner:
    def __init__(self, arguments: argparse.Namespace, packages: Packages) -> None:
        self.arguments = arguments
        self.packages = packages

    def run(self, case: Case, executable: str, policy: list[str]) -> Outcome:
        """One run, in a directory of its own."""
        with tempfile.TemporaryDirectory(prefix="hermetic-ordinary-") as parent:
            names = {"work": str(Path(parent) / "work"), "here": str(case.path.parent)}
            os.mkdir(names["work"])
            env = {
                "PATH": "/usr/local/bin:/usr/bin:/bin",
                "LANG": "C.UTF-8",
                "HOME": names["work"],
                "TMPDIR": names["work"],
                "PYTHONDONTWRITEBYTECODE": "1",
            }
            if "wants" in case.headers:
                env["PYTHONPATH"] = str(self.packages.site)
            for line in case.headers.get("env", []):
                name, _, value = line.format_map(names).partition("=")
                env[name] = value
            set_up(
                [line.format_map(names) for line in case.headers.get("setup", [])],
                names["work"],
                env,
            )
            words = " ".join(policy).format_map(names).split()
            command = [executable, *words, str(case.path), *case.words("args", names)]
            stdin = case.first("stdin").encode().decode("unicode_escape")
            return run(command, names["work"], env, stdin)

    def judge(self, case: Case) -> Verdict:
        if reason := missing(case, self.arguments.python) or self.packages.missing(case):
            return Verdict(case.name, "skipped", reason)
        want = self.run(case, self.arguments.python, [])
        if want.crashed or "Traceback" in want.stderr and want.code == 1:
            return Verdict(case.name, "failed", f"does not work on python3: {last(want)}")
        if not self.arguments.binary:
            return Verdict(case.name, "passed")
        readable = f" --allow-read {self.packages.environment}" if "wants" in case.headers else ""
        policy = guards(case, readable)
        for kernel in KERNEL_MODES:
            if not (difference := self.difference(case, want, policy, kernel)):
                continue
            alone = [guard for guard in policy if self.difference(case, want, [guard], kernel)]
            blame = ", ".join(alone) or "only together"
            return Verdict(case.name, "failed", f"{difference} (under: {kernel}, {blame})")
        return Verdict(case.name, "passed")

    def difference(self, case: Case, want: Outcome, policy: list[str], kernel: str) -> str:
        """How a run under `policy` differs from `want`, or the empty string."""
        always = [kernel]
        if "falls-back" not in case.headers:
            always.append("--fail-on-violation")
        got = self.run(case, self.arguments.binary, [*always, *policy])
        if got.crashed:
            return f"CRASHED: {got.crashed}"
        if got.code != want.code:
            return f"exit code {got.code}, not {want.code}: {last(got)}"
        if got.stdout != want.stdout:
            lines = itertools.zip_longest(got.stdout.splitlines(), want.stdout.splitlines())
            one = next(pair for pair in lines if pair[0] != pair[1])
            return f"stdout has {one[0]!r}, not {one[1]!r}"
        return ""


def last(outcome: Outcome) -> str:
    return " / ".join(outcome.stderr.strip().splitlines()[-3:]) or "no output"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", help="hermetic-python; without it only python3 runs")
    parser.add_argument("--python", default=sys.executable, help="python3 of the same version")
    parser.add_argument("-k", default="", metavar="SUBSTR", help="only names that contain this")
    parser.add_argument("-j", type=int, default=2, metavar="N", help="runs at the same time")
    arguments = parser.parse_args()
    cases = [Case.load(path, HERE) for path in sorted(HERE.glob("*/*.py"))]
    chosen = [case for case in cases if arguments.k in case.name]
    wanted = {name for case in chosen for name in case.first("wants").split()}
    runner = Runner(arguments, Packages(arguments.python, wanted))
    bound_files()
    return report(runner.judge, chosen, arguments.j)


if __name__ == "__main__":
    sys.exit(main())
