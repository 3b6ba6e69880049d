"""The guard that makes filesystem access read-only and optionally rooted."""

from hermetic.guards._installed import InstalledGuard

TYPE_CHECKING = False  # Importing typing takes milliseconds.
if TYPE_CHECKING:
    from os import PathLike

_guard = InstalledGuard("filesystem")


def install(*, fs_root: "str | PathLike[str] | None" = None, trace: bool = False) -> None:
    """Refuse to change files and, with `fs_root`, to read outside that directory.

    Does nothing if the guard is installed already. Raises ValueError if
    `fs_root` is no directory.
    """
    _guard.install(fs_readonly=True, fs_root=fs_root, trace=trace)


def uninstall() -> None:
    """Take the guard back; no effect when it is not installed or sealed."""
    _guard.uninstall()
