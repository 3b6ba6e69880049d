"""Times of whole processes, side by side.

All columns are run in turn, many times, and the best of each is taken: what else
the machine does only ever adds time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/", "LANG": "C.UTF-8"}
REFUSED = 2  # The exit code of a run that the policy ended.

Command = tuple[str, ...]


def run(command: Command, clock: str) -> float | None:
    """How long `command` takes, in seconds; None if a policy refuses what it does."""
    silent = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    started = time.perf_counter()
    child = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=silent)
    _, status, usage = os.wait4(child, 0)
    elapsed = time.perf_counter() - started
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, REFUSED):
        raise SystemExit(f"{list(command)} ended with {code}")
    if code == REFUSED:
        return None
    return usage.ru_utime + usage.ru_stime if clock == "cpu" else elapsed


def best(commands: Mapping[str, Command], rounds: int, clock: str) -> dict[str, float | None]:
    """The least time of each."""
    found = {name: run(command, clock) for name, command in commands.items()}
    for _ in range(rounds - 1):
        for name, known in found.items():
            again = None if known is None else run(commands[name], clock)
            found[name] = known if known is None or again is None else min(known, again)
    return found
