"""``python -m hermetic`` is the command ``hermetic``."""

import os
import sys

import hermetic


def run_command() -> int:
    """In hermetic-python, become the command; elsewhere, and under a policy,
    which may refuse that, do its work here."""
    specification = hermetic.__spec__
    is_frozen = specification is not None and specification.origin == "frozen"
    if is_frozen and not hermetic.policy():
        name = os.path.join(os.path.dirname(sys.executable), "hermetic")
        os.execv(sys.executable, [name, *sys.argv[1:]])
    from hermetic.cli import main

    return main()


sys.exit(run_command())
