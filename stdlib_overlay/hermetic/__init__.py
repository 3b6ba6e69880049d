"""Run Python code under a policy: no network, no subprocesses, read-only files, ...

    from hermetic import hermetic_blocker

    with hermetic_blocker(block_network=True, allow_localhost=True):
        ...

A refused action raises `PolicyViolation`. Enforcement is in C++ and covers the
whole process; `hermetic.violations()` tells what was refused.
"""

from _hermetic import PolicyViolation as PolicyViolation
from _hermetic import Violation as Violation
from _hermetic import __version__
from _hermetic import allowed as allowed

from hermetic._lazy import lazy_attributes
from hermetic.blocker import hermetic_blocker, with_hermetic
from hermetic.inspection import policy as policy
from hermetic.inspection import violations as violations

TYPE_CHECKING = False  # Importing typing takes milliseconds.
if TYPE_CHECKING:
    from hermetic._config import BlockConfig as BlockConfig
    from hermetic.expectation import expect_violation as expect_violation

# What `from hermetic import *` gives, as ever; the rest is for asking by name.
__all__ = ["__version__", "hermetic_blocker", "with_hermetic"]

__getattr__ = lazy_attributes(
    __name__,
    {"BlockConfig": "hermetic._config", "expect_violation": "hermetic.expectation"},
)
