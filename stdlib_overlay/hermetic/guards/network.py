"""The guard that blocks outbound networking and unsafe bind targets."""

from hermetic.guards._installed import InstalledGuard

TYPE_CHECKING = False  # Importing typing takes milliseconds.
if TYPE_CHECKING:
    from collections.abc import Iterable

_guard = InstalledGuard("network")


def install(*, allow_localhost: bool, allow_domains: "Iterable[str]", trace: bool = False) -> None:
    """Refuse every network destination but those that are allowed.

    Does nothing if the guard is installed already. Raises ValueError for a bad domain.
    """
    _guard.install(
        no_network=True, allow_localhost=allow_localhost, allow_domains=allow_domains, trace=trace
    )


def uninstall() -> None:
    """Take the guard back; no effect when it is not installed or sealed."""
    _guard.uninstall()
