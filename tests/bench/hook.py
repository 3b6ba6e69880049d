"""Instructions of the audit hook, by valgrind's callgrind.

Only what runs inside the hook is counted, in two runs that differ in the number of
events alone. A hook that does nothing takes two.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

GOAL = 80

# What is shown, the policy, the event, its arguments.
EVENTS: Sequence[tuple[str, str, str, str]] = (
    ("in no guard's list", "--no-network", "builtins.id", "(1,)"),
    ("in no guard's list, block-all", "--profile=block-all", "builtins.id", "(1,)"),
    ("in a list, guard off: open", "--no-network", "open", "('/usr/bin/env', 'r', 0)"),
    ("in a list, guard off: compile", "--no-network", "compile", "(None, 'x')"),
    ("in a list, guard off: setattr", "--no-network", "object.__setattr__", "(1, 'x')"),
    ("allowed: open to read", "--fs-readonly", "open", "('/usr/bin/env', 'r', 0)"),
    ("allowed: import", "--no-network", "import", "('x', None, None, None, None)"),
    ("allowed: exec", "--no-network", "exec", "(None,)"),
    ("allowed: setattr", "--no-code-exec", "object.__setattr__", "(1, 'x')"),
)
HOOK = "hermetic::AuditHook*"
PROGRAM = "import sys\na = sys.audit\nfor i in range({times}): a('{event}', *{args})"
FEW, MANY = 100, 2100


def instructions(binary: Path, policy: str, program: str) -> int:
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    command = [
        *tool,
        f"--toggle-collect={HOOK}",
        str(binary),
        policy,
        "--kernel=off",
        "-c",
        program,
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    counted = re.search(r"Collected : (\d+)", told)
    if counted is None:
        raise SystemExit(f"callgrind told nothing: {told[-300:]}")
    return int(counted[1])


def per_event(binary: Path, policy: str, event: str, args: str) -> float:
    few, many = (
        instructions(binary, policy, PROGRAM.format(times=times, event=event, args=args))
        for times in (FEW, MANY)
    )
    return (many - few) / (MANY - FEW)


def table(binary: Path) -> None:
    if shutil.which("valgrind") is None:
        print("\ninstructions of the audit hook: skipped, needs valgrind")
        return
    print("\ninstructions of the audit hook for one event")
    for name, policy, event, args in EVENTS:
        print(f"{name:34} {per_event(binary, policy, event, args):9.0f}")
