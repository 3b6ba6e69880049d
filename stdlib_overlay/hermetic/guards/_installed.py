"""A guard that one switches on and off by hand."""

import _hermetic


class InstalledGuard:
    """One policy that is in force from `install` to `uninstall`; both idempotent."""

    def __init__(self, name: str) -> None:
        self._origin = f"hermetic.guards.{name}"
        self._token: _hermetic.Token | None = None

    def install(self, **fields: object) -> None:
        if self._token is None:
            policy = _hermetic.compile_policy(fields, origin=self._origin)
            self._token = _hermetic.push(policy)

    def uninstall(self) -> None:
        # What is sealed cannot be removed, and stays installed.
        if self._token is not None and _hermetic.remove(self._token):
            self._token = None
