"""Every console block of the README prints what the README says.

A block is a command line after `$ ` and what it prints on standard output and
standard error; `...` stands for any text.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from functools import partial

from case import ROOT, Case, Tools, folder


@dataclass(frozen=True)
class Example:
    number: int
    command: str
    output: str


def examples() -> list[Example]:
    found: list[Example] = []
    for block in re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            while command.count("'") % 2:  # A quoted text goes on in the next line.
                more, _, output = output.partition("\n")
                command += "\n" + more
            found.append(Example(len(found) + 1, command, output))
    return found


def check(example: Example, tools: Tools) -> str | None:
    with folder() as place:
        for name in ("hermetic-python", "hermetic"):
            (place / name).symlink_to(tools.binary)
        plain = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "HERMETIC_"))}
        done = subprocess.run(
            ["bash", "-c", example.command],
            cwd=ROOT,
            env=plain | {"PATH": f"{place}:{plain['PATH']}", "API_TOKEN": "swordfish"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
    want = example.output.strip()
    pattern = re.escape(want.removesuffix("\n...")).replace(r"\.\.\.", ".*")
    if want.endswith("\n..."):
        pattern += r"(\n.*)?"
    if not re.fullmatch(pattern, done.stdout.strip(), re.DOTALL):
        return f"$ {example.command}: {done.stdout!r}, not {example.output!r}"
    return None


CASES = [Case(f"readme/{e.number}", partial(check, e)) for e in examples()]
