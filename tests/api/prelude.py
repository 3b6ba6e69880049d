# mypy: ignore-errors
import os, sys  # noqa: E401
from hermetic import *  # noqa: F403
from hermetic import BlockConfig, PolicyViolation


def attempt(action):
    """Print how `action` ends."""
    try:
        value = action()
    except PolicyViolation as violation:
        print(f"{violation.guard}: {violation} [{violation.target}]")
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(
            "allowed" if value is None or not isinstance(value, (str, int, tuple)) else f"= {value}"
        )


def tried():
    """Whether a process can be started, in one word."""
    try:
        return "open" if os.system("true") == 0 else "broken"
    except PolicyViolation:
        return "blocked"
