"""Violations that a test wants to see."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING

import _hermetic

if TYPE_CHECKING:
    from _hermetic import Violation

__all__ = ["expect_violation"]

# Numbers of violations that some expectation has claimed, for the pytest plugin.
expected_numbers: set[int] = set()


class expect_violation:
    """Expect the code inside to try something forbidden.

        with expect_violation("network", target="example.com") as attempt:
            fetch("http://example.com")
        assert attempt.violations[0].operation == "connect to"

    `guard` names the guard and `target` the exact target; without them any
    violation will do. It makes no difference whether the code swallows the
    violation: a PolicyViolation that leaves the block is caught here. Raises
    AssertionError at the end if nothing that matches was refused inside.
    """

    def __init__(self, guard: str | None = None, *, target: str | None = None) -> None:
        self._guard = guard
        self._target = target
        self._start = 0
        self.violations: list[Violation] = []
        """What matched; complete after the block."""

    def __enter__(self) -> expect_violation:
        self._start = _hermetic.violation_count()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: types.TracebackType | None,
    ) -> bool:
        __tracebackhide__ = True  # From pytest's reports.
        if exc is not None and not isinstance(exc, _hermetic.PolicyViolation):
            return False
        seen = _hermetic.violations(self._start)
        self.violations = [violation for violation in seen if self._matches(violation)]
        if not self.violations:
            raise AssertionError(self._complaint(seen)) from exc
        numbers = {violation.number for violation in self.violations}
        expected_numbers.update(numbers)
        # Another violation than the expected one goes on.
        return exc is not None and getattr(exc, "violation", None) in numbers

    def _matches(self, violation: Violation) -> bool:
        return (self._guard is None or violation.guard == self._guard) and (
            self._target is None or violation.target == self._target
        )

    def _complaint(self, seen: list[Violation]) -> str:
        wanted = " ".join(filter(None, (self._guard, self._target))) or "any"
        others = "; ".join(violation.message for violation in seen) or "nothing"
        return f"expected a violation ({wanted}), but what was refused is: {others}"
