"""What a case is, and how it is judged."""

from __future__ import annotations

import dataclasses
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent, indent
from typing import Literal

Only = Literal["", "executable", "extension"]  # The way in that a case is about.


@dataclass(frozen=True)
class Outcome:
    state: Literal["passed", "failed", "skipped"]
    text: str = ""

    @classmethod
    def fail(cls, text: str) -> Outcome:
        return cls("failed", indent(text.rstrip(), "    "))

    @classmethod
    def skip(cls, text: str) -> Outcome:
        return cls("skipped", indent(text, "    "))


@dataclass(frozen=True)
class Case:
    """`program` runs as case.py in a directory of its own, after prelude.py.

    `prints` is its whole standard output, line by line; or else `says` are pieces
    of it, and `never_says` what is not there. `errors` are pieces that its standard
    error has to hold, `silent` says that there is none at all. It finds `packages`,
    which come from a package index.
    """

    name: str
    program: str
    prints: str = ""
    says: tuple[str, ...] = ()
    never_says: tuple[str, ...] = ()
    code: int = 0
    errors: tuple[str, ...] = ()
    silent: bool = False
    options: tuple[str, ...] = ()
    command: tuple[str, ...] = ()  # Instead of case.py.
    files: dict[str, str] = field(default_factory=dict)
    absent: tuple[str, ...] = ()  # Files that must not be there afterwards.
    environment: dict[str, str] = field(default_factory=dict)
    packages: tuple[str, ...] = ()
    only: Only = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "program", dedent(self.program).lstrip("\n"))
        object.__setattr__(self, "prints", dedent(self.prints).strip("\n"))

    def named(self, name: str) -> Case:
        return dataclasses.replace(self, name=name)

    def is_for(self, binary: str) -> bool:
        is_executable = os.path.realpath(binary).endswith("hermetic-python")
        return self.only in ("", "executable" if is_executable else "extension")

    def judge(self, done: subprocess.CompletedProcess[str], directory: Path) -> Outcome:
        problems = []
        if done.returncode != self.code:
            problems.append(f"exit code {done.returncode}, wanted {self.code}")
        printed = done.stdout.replace(str(directory), "DIR").rstrip("\n")
        problems += [
            f"standard output lacks {piece!r}" for piece in self.says if piece not in printed
        ]
        problems += [
            f"standard output has {piece!r}" for piece in self.never_says if piece in printed
        ]
        if not self.says and printed != self.prints:
            problems.append(
                f"printed:\n{indent(printed, '  ')}\nwanted:\n{indent(self.prints, '  ')}"
            )
        errors = done.stderr.replace(str(directory), "DIR")
        problems += [
            f"standard error lacks {piece!r}" for piece in self.errors if piece not in errors
        ]
        if self.silent and errors:
            problems.append("standard error is not empty")
        problems += [f"{name} is there" for name in self.absent if Path(directory, name).exists()]
        if not problems:
            return Outcome("passed")
        if self.says:
            problems += ["standard output:", indent(printed[-4000:], "  ")]
        return Outcome.fail("\n".join([*problems, "standard error:", indent(errors[-2000:], "  ")]))
