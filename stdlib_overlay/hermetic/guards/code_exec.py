"""The guard that blocks dynamic code."""

from hermetic.guards._installed import InstalledGuard

_guard = InstalledGuard("code_exec")


def install(*, trace: bool = False) -> None:
    """Refuse eval, exec, compile, runpy and unpickling; importing source works.

    Does nothing if the guard is installed already.
    """
    _guard.install(no_code_exec=True, trace=trace)


def uninstall() -> None:
    """Take the guard back; no effect when it is not installed or sealed."""
    _guard.uninstall()
