"""What is in force, what was refused, and what would be."""

import _hermetic

__all__ = ["policy", "violations"]


def policy() -> list[dict[str, object]]:
    """Return the effective policy: one dict per level, outermost first.

    An action needs the consent of every level; without any, nothing is
    restricted. Keys are the options of the command line with underscores; sizes
    are in bytes, times in seconds.
    """
    return _hermetic.policy()


def violations(start: int = 0) -> list[_hermetic.Violation]:
    """Return what was refused so far in this process, in order.

    Swallowed violations and those of other threads are there too. `start`
    leaves out as many entries; the first 100,000 are kept.
    """
    return _hermetic.violations(start)
