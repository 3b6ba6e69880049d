"""Switch guards on and off by hand, for the whole process.

`hermetic.hermetic_blocker` does the same for a block of code. What blocks, the
command line or a seal put in force is not touched from here.
"""

from hermetic.guards import (
    code_exec,
    environment,
    filesystem,
    imports_guard,
    interpreter,
    network,
    subprocess_guard,
)

TYPE_CHECKING = False  # Importing typing takes milliseconds.
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

__all__ = ["install_all", "uninstall_all"]

# In the order of installation.
_GROUPS = {
    "net": network,
    "subproc": subprocess_guard,
    "fs": filesystem,
    "env": environment,
    "code": code_exec,
    "imports": imports_guard,
    "interp": interpreter,
}


def install_all(**kwargs: "Mapping[str, Any] | None") -> None:
    """Install every requested guard using grouped keyword options.

    The groups are net, subproc, fs, env, code, imports and interp; each value
    holds the keywords of that guard's ``install``. Falsy and unknown groups are
    skipped.
    """
    for group, module in _GROUPS.items():
        if options := kwargs.get(group):
            module.install(**options)


def uninstall_all() -> None:
    """Remove installed guards in reverse dependency order; sealed ones stay."""
    for module in reversed(_GROUPS.values()):
        module.uninstall()
