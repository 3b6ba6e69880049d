"""Run tests under a policy, and fail those that try what it forbids.

`docs/pytest.md` describes the options, the marker and the fixture.
"""

from __future__ import annotations

import tomllib
from collections.abc import Generator, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import _hermetic
import pytest

import hermetic
from hermetic._block import Block
from hermetic._merge import union
from hermetic.expectation import expected_numbers
from hermetic.profiles import profile_fields

__all__ = ["hermetic_policy"]

_MARKER = "hermetic"
_SESSION_ORIGIN = "pytest's hermetic options"
_MARKER_ORIGIN = "@pytest.mark.hermetic"
_SESSION_BLOCK = pytest.StashKey["Block | None"]()
_ATTEMPTS = pytest.StashKey[list[str]]()
# The attempts of one phase; on the reports, so that xdist brings them along.
_REPORT_ATTRIBUTE = "hermetic_attempts"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.getgroup("hermetic", "what tests may do").addoption(
        "--hermetic-profile",
        action="append",
        default=[],
        metavar="NAME",
        help="run every test under this hermetic profile; repeatable",
    )
    parser.addini("hermetic_profile", "hermetic profiles for every test", "args", [])
    parser.addini(
        "hermetic_policy", "lines of a hermetic policy (TOML) for every test", "linelist", []
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"{_MARKER}(**restrictions): run the test under this policy; takes what "
        "hermetic.hermetic_blocker takes",
    )
    config.stash[_SESSION_BLOCK] = _session_block(config)
    config.pluginmanager.register(_Summary(), "hermetic_summary")


def _session_block(config: pytest.Config) -> Block | None:
    """What the options and the ini file ask for, or None."""
    try:
        fields = tomllib.loads("\n".join(config.getini("hermetic_policy")))
        for name in [*config.getini("hermetic_profile"), *config.option.hermetic_profile]:
            fields = union(fields, profile_fields(name))
        return Block(fields, _SESSION_ORIGIN) if fields else None
    except ValueError as error:
        raise pytest.UsageError(f"hermetic: {error}") from None


def _with_scratch(fields: Mapping[str, Any], directory: object) -> dict[str, Any]:
    """What pytest's tmp_path gives to a test is the test's to write to."""
    if not fields.get("fs_readonly"):
        return dict(fields)
    return union(fields, {"allow_write": [str(directory)], "allow_read": [str(directory)]})


# --- The policy of a test. ---


@pytest.fixture(autouse=True)
def _hermetic_block(request: pytest.FixtureRequest) -> Iterator[None]:
    blocks = [_block_of(mark, request) for mark in request.node.iter_markers(_MARKER)]
    for block in reversed(blocks):  # A class's before its method's.
        block.__enter__()
    yield
    for block in blocks:
        block.__exit__()


def _block_of(mark: pytest.Mark, request: pytest.FixtureRequest) -> Block:
    fields = hermetic.hermetic_blocker(*mark.args, **mark.kwargs).fields
    if {"tmp_path", "tmpdir"} & set(request.fixturenames):
        fields = _with_scratch(fields, request.getfixturevalue("tmp_path"))
    return Block(fields, _MARKER_ORIGIN)


@pytest.fixture
def hermetic_policy(_hermetic_block: None) -> list[dict[str, object]]:
    """The policy in force in this test, as `hermetic.policy()` gives it."""
    return hermetic.policy()


def _session_policy(item: pytest.Item) -> AbstractContextManager[object]:
    block = item.config.stash[_SESSION_BLOCK]
    if block is None:
        return nullcontext()
    # Nothing public says where the directory is outside of a fixture.
    factory = getattr(item.config, "_tmp_path_factory", None)
    if factory is None or "fs_readonly" not in block.fields:
        return block
    return Block(_with_scratch(block.fields, factory.getbasetemp()), _SESSION_ORIGIN)


# --- What a test tried. ---


class _Watch:
    """What is refused from its making on, by policies that are not the test's own."""

    def __init__(self) -> None:
        self._start = _hermetic.violation_count()

    def attempts(self) -> list[str]:
        return [
            _line(violation)
            for violation in _hermetic.violations(self._start)
            if violation.number not in expected_numbers and _is_ours(violation)
        ]


def _is_ours(violation: _hermetic.Violation) -> bool:
    # A test that enters a block of its own wants to see it refuse.
    origin = violation.policy.partition(", from ")[2]
    return violation.process_wide or origin in (_SESSION_ORIGIN, _MARKER_ORIGIN)


def _line(violation: _hermetic.Violation) -> str:
    line = f"{violation.guard}: {violation.message}"
    if violation.file is None:
        return line
    return f"{line}\n    at {violation.file}:{violation.line} in {violation.function}"


def _run_phase(item: pytest.Item) -> Generator[None, object, object]:
    watch = _Watch()
    try:
        with _session_policy(item):
            result = yield
    finally:
        attempts = watch.attempts()
        item.stash[_ATTEMPTS] = attempts
    if attempts:
        pytest.fail("\n".join(f"forbidden: {attempt}" for attempt in attempts), pytrace=False)
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _run_phase(item))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _run_phase(item))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _run_phase(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if attempts := item.stash.get(_ATTEMPTS, []):
        setattr(report, _REPORT_ATTRIBUTE, attempts)
        if call.excinfo is not None and not isinstance(call.excinfo.value, pytest.fail.Exception):
            report.sections.append(("forbidden attempts", "\n".join(attempts)))
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    watch = _Watch()
    report = yield
    setattr(report, _REPORT_ATTRIBUTE, watch.attempts())
    return report


class _Summary:
    """Lists the attempts of all tests at the end, those of xdist's workers too."""

    def __init__(self) -> None:
        self._attempts: dict[str, list[str]] = {}

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if attempts := getattr(report, _REPORT_ATTRIBUTE, None):
            self._attempts.setdefault(report.nodeid, []).extend(attempts)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self._attempts:
            return
        terminalreporter.section("hermetic violations")
        for nodeid, attempts in self._attempts.items():
            terminalreporter.line(nodeid)
            for attempt in attempts:
                terminalreporter.line(f"  {attempt}".replace("\n", "\n  "))
