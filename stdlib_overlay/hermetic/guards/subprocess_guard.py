"""The guard that blocks starting processes."""

from hermetic.guards._installed import InstalledGuard

_guard = InstalledGuard("subprocess_guard")


def install(*, trace: bool = False) -> None:
    """Refuse to start other programs and to fork.

    Does nothing if the guard is installed already.
    """
    _guard.install(no_subprocess=True, trace=trace)


def uninstall() -> None:
    """Take the guard back; no effect when it is not installed or sealed."""
    _guard.uninstall()
