"""The guard that blocks reading and changing environment variables."""

from hermetic.guards._installed import InstalledGuard

_guard = InstalledGuard("environment")


def install(*, trace: bool = False) -> None:
    """Refuse to read and to change environment variables.

    Does nothing if the guard is installed already.
    """
    _guard.install(no_environment=True, trace=trace)


def uninstall() -> None:
    """Take the guard back; no effect when it is not installed or sealed."""
    _guard.uninstall()
