"""Exception types of hermetic. They are made in C and are the same in every way
of using hermetic."""

from _hermetic import (
    BootstrapError,
    HermeticError,
    ImportViolation,
    PermissionViolation,
    PolicyViolation,
)

__all__ = [
    "BootstrapError",
    "HermeticError",
    "ImportViolation",
    "PermissionViolation",
    "PolicyViolation",
]
