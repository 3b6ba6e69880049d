"""What a case is, and how native code tries it under a policy."""

from __future__ import annotations

import errno
import os
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from peer import Peer

NOBODY = 65534

# The program that lets raw.so try things from within an interpreter.
CALL_LIBRARY = """
import ctypes, sys
words = [word.encode() for word in sys.argv[2:]]
array = (ctypes.c_char_p * len(words))(*words)
sys.exit(ctypes.CDLL(sys.argv[1]).raw_main(len(words), array))
"""


class Skipped(Exception):
    """Why a scenario cannot be tried here."""


@dataclass(frozen=True)
class Case:
    """Words for raw.so and the answer to each: "ok", errno names with "|", or a number.

    A word may use {tree}: a directory that is made for the case and belongs to the user.
    """

    name: str
    policy: list[str]
    tries: dict[str, str]
    as_root: bool = True
    as_user: bool = True
    needs_peer: bool = False
    arrivals: dict[str, int] = field(default_factory=dict)  # What the peer has to have seen.
    environment: dict[str, str] = field(default_factory=dict)
    code: int = 0
    stderr: str | None = None  # Has to be in there; "" means empty, None anything.


@dataclass(frozen=True)
class Outcome:
    answers: dict[str, int]
    code: int
    stdout: str
    stderr: str


@dataclass
class World:
    """Where cases run: the binary under test, the compiled library, a scratch directory."""

    binary: Path
    library: Path
    scratch: Path
    peer: Peer

    def tree(self, name: str, uid: int) -> Path:
        """A directory with a file, a subdirectory and a file to be denied."""
        tree = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.scratch))
        (tree / "open").mkdir()
        (tree / "shut").mkdir()
        for path in ("file", "open/file", "shut/file", "shut/other"):
            (tree / path).write_text("content")
        for entry in [tree, *tree.rglob("*")]:
            os.chown(entry, uid, uid)
        return tree

    def command(self, policy: list[str], words: list[str]) -> list[str]:
        if self.binary.name == "kernel_probe":
            return [str(self.binary), *policy, "++", str(self.library), *words]
        flat = [option for option in policy if option != ":then"]
        return [str(self.binary), *flat, "-c", CALL_LIBRARY, str(self.library), *words]

    def run(self, case: Case, user: bool, timeout: float = 60) -> Outcome:
        uid = NOBODY if user and os.getuid() == 0 else os.getuid()
        tree = self.tree(case.name.replace(" ", "_"), uid)
        fill = {"tree": tree}
        policy = [option.format(**fill) for option in case.policy]
        command = self.command(policy, [word.format(**fill) for word in case.tries])
        if uid != os.getuid():
            ids = ["--reuid", str(uid), "--regid", str(uid), "--clear-groups"]
            command = ["setpriv", *ids, *command]
        environment = {"PATH": os.environ["PATH"], **case.environment}
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=tree,
            env=environment,
            timeout=timeout,
            check=False,
        )
        answers = {}
        for line in done.stdout.splitlines():
            word, _, answer = line.rpartition(" ")
            if answer.lstrip("-").isdigit():
                answers[word] = int(answer)
        back = {word.format(**fill): word for word in case.tries}
        answers = {back[word]: answer for word, answer in answers.items() if word in back}
        return Outcome(answers, done.returncode, done.stdout, done.stderr)


def matches(want: str, answer: int) -> bool:
    if want == "ok":
        return answer == 0
    if want.isdigit():
        return answer == int(want)
    return answer in {getattr(errno, name) for name in want.split("|")}


def answer_of(stdout: str, word: str) -> int | None:
    for line in stdout.splitlines():
        if line.startswith(f"{word} "):
            return int(line.rpartition(" ")[2])
    return None


def shown(answer: int | None) -> str:
    if answer is None:
        return "no answer"
    return "ok" if answer == 0 else errno.errorcode.get(answer, str(answer))


def differences(case: Case, outcome: Outcome) -> list[str]:
    found = []
    for word, want in case.tries.items():
        answer = outcome.answers.get(word)
        if answer is None and case.code != 0:
            continue  # The case is about how the process ends.
        if answer is None or not matches(want, answer):
            found.append(f"{word}: {shown(answer)}, not {want}")
    if outcome.code != case.code:
        found.append(f"exit code {outcome.code}, not {case.code}")
    if case.stderr == "" and outcome.stderr:
        found.append("stderr is not empty")
    elif case.stderr and case.stderr not in outcome.stderr:
        found.append(f"stderr lacks {case.stderr!r}")
    if found and outcome.stderr:
        found.append(f"stderr: {outcome.stderr.strip()}")
    return found
