"""The guards, as the package `hermetic` uses them. Use that package instead."""

from collections.abc import Mapping
from os import PathLike
from typing import Any, NamedTuple, TypedDict, final

__version__: str
SITECUSTOMIZE: str
"""Source of the guards for a foreign interpreter."""
PICKLE_MODULES: list[str]
"""What `no_code_exec` refuses to import: the pickle family."""
SUBPROCESS_MODULES: list[str]
"""What `no_subprocess` and `block_native` together refuse to import."""

class HermeticError(RuntimeError):
    """Base for hermetic failures."""

class PolicyViolation(HermeticError):
    """Raised when a guard refuses an action."""

    guard: str | None
    """Name of the guard: network, subprocess, filesystem, environment, code_exec,
    imports, interpreter or seal."""
    target: str | None
    """What the action was aimed at: a host, a path, a module."""
    violation: int
    """Number in `violations()`; only on exceptions that a guard raised."""
    def __init__(
        self, message: object, *, guard: str | None = None, target: str | None = None
    ) -> None: ...

class ImportViolation(PolicyViolation, ImportError):
    """A refused import, which `except ImportError` catches as well."""

class PermissionViolation(PolicyViolation, PermissionError):
    """A PolicyViolation under `on_violation="oserror"`."""

class BootstrapError(HermeticError):
    """Raised when a foreign interpreter cannot be guarded."""

@final
class Policy:
    """A compiled policy. Opaque and immutable."""

@final
class Token:
    """One push of a policy. Opaque."""

class Violation(NamedTuple):
    """A refused action."""

    guard: str
    operation: str
    target: str | None
    message: str
    policy: str
    fix: str | None
    file: str | None
    line: int
    function: str | None
    number: int
    process_wide: bool

class Option(TypedDict):
    """A row of the table of everything that a policy can say."""

    field: str  # In the Python API.
    key: str  # In files.
    flag: str  # On the command line.
    on_command_line: bool
    takes_value: bool
    needs_value: bool
    is_list: bool
    placeholder: str
    group: str
    help: str
    aliases: list[str]
    needs: list[str]

def compile_policy(fields: Mapping[str, object], *, origin: str) -> Policy:
    """Compile a dict of field names (or aliases) and values. `origin` is what
    messages call the source. Raises ValueError naming the field."""

def given(arguments: dict[str, object], defaults: dict[str, object], /) -> dict[str, Any]:
    """Of `arguments` those in `defaults` whose value is another object than there."""

def push(policy: Policy, /) -> Token:
    """Put `policy` on top of what is in force, for the whole process. Raises
    HermeticError if the guards cannot be armed."""

def remove(token: Token, /) -> bool:
    """Take one push back. False, without effect, if it was taken back already
    or the process is sealed."""

def allowed(operation: str, target: str | bytes | PathLike[str], /) -> tuple[bool, str | None]:
    """Ask, without trying, whether an action would go on: (True, None), or
    (False, reason). Nothing is recorded.

    Operations and targets: connect and resolve (host or host:port), run
    (program), getenv and setenv (name), import (module), read, write and chdir
    (path), eval (anything). Raises ValueError for another operation. Under
    report_only and on_violation="log" the answer is True, with the reason."""

def operations() -> list[str]:
    """What `allowed` knows."""

def policy() -> list[dict[str, object]]:
    """The policy in force, one dict per level, outermost first."""

def options() -> list[Option]:
    """The option table."""

def profiles() -> dict[str, dict[str, Any]]:
    """The fields that each built-in profile sets."""

def file_profile(name: str, /) -> dict[str, Any] | None:
    """The fields that a profile of this start's policy files sets; None if there is
    none of this name. Raises ValueError, naming file and line, for a bad value."""

def violations(start: int = 0, /) -> list[Violation]:
    """What was refused so far, without the first `start` entries."""

def violation_count() -> int:
    """How much was refused so far."""
