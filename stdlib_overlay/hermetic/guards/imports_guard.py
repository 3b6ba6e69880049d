"""The guard that blocks native extensions and denied imports."""

import _hermetic

from hermetic.guards._installed import InstalledGuard

TYPE_CHECKING = False  # Importing typing takes milliseconds.
if TYPE_CHECKING:
    from collections.abc import Iterable

_guard = InstalledGuard("imports_guard")


def install(
    *,
    block_native: bool = True,
    trace: bool = False,
    block_subprocess_libs: bool = False,
    block_pickle: bool = False,
    deny_imports: "Iterable[str]" = (),
) -> None:
    """Refuse to import `deny_imports`, their submodules and native code.

    `block_subprocess_libs` adds packages that start processes, `block_pickle`
    those that unpickle. Does nothing if the guard is installed already. Raises
    ValueError if a name is none.
    """
    denied = list(deny_imports)
    if block_subprocess_libs:
        denied += _hermetic.SUBPROCESS_MODULES
    if block_pickle:
        denied += _hermetic.PICKLE_MODULES
    _guard.install(block_native=block_native, deny_imports=denied, trace=trace)


def uninstall() -> None:
    """Take the guard back; no effect when it is not installed or sealed."""
    _guard.uninstall()
