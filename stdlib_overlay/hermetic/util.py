"""Small helpers of the command line."""

import os
import shutil
import sys
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["SplitArgs", "is_same_interpreter", "split_argv", "which"]


class SplitArgs(NamedTuple):
    """A command line, split at its first ``--``."""

    hermetic_argv: list[str]
    target_argv: list[str]


def split_argv(argv: Sequence[str]) -> SplitArgs:
    """Split at the first ``--``, which is in neither part. Without one,
    everything is hermetic's."""
    arguments = list(argv)
    if "--" not in arguments:
        return SplitArgs(arguments, [])
    at = arguments.index("--")
    return SplitArgs(arguments[:at], arguments[at + 1 :])


def which(command: str) -> str | None:
    """Path of an executable that PATH finds, or None."""
    return shutil.which(command)


def is_same_interpreter(path: str) -> bool:
    """True if `path` is the interpreter that runs this, links resolved."""
    return os.path.realpath(path) == os.path.realpath(sys.executable)
