"""The guard that blocks changes to the interpreter's state."""

from hermetic.guards._installed import InstalledGuard

_guard = InstalledGuard("interpreter")


def install(*, trace: bool = False) -> None:
    """Refuse chdir, site changes and changes to the import state.

    Does nothing if the guard is installed already.
    """
    _guard.install(no_interpreter_mutation=True, trace=trace)


def uninstall() -> None:
    """Take the guard back; no effect when it is not installed or sealed."""
    _guard.uninstall()
