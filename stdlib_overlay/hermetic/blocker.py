"""Context managers and decorators for process-wide guard activation."""

from _hermetic import given

from hermetic._lazy import lazy_attributes

TYPE_CHECKING = False  # Importing typing takes milliseconds.
if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike
    from typing import Any, Literal

    from hermetic._block import Block
    from hermetic._config import BlockConfig as BlockConfig

__all__ = ["BlockConfig", "hermetic_blocker", "with_hermetic"]

__getattr__ = lazy_attributes(__name__, {"BlockConfig": "hermetic._config"})


def hermetic_blocker(
    _config: "BlockConfig | None" = None,
    *,
    block_network: bool = False,
    block_subprocess: bool = False,
    fs_readonly: bool = False,
    fs_root: "str | PathLike[str] | None" = None,
    block_environment: bool = False,
    block_code_exec: bool = False,
    block_interpreter_mutation: bool = False,
    block_native: bool = False,
    allow_localhost: bool = False,
    allow_domains: "Iterable[str]" = (),
    deny_imports: "Iterable[str]" = (),
    trace: bool = False,
    sealed: bool = False,
    profile: str | None = None,
    allow_hosts: "Iterable[str]" = (),
    allow_unix: bool = False,
    allow_run: "Iterable[str]" = (),
    allow_read: "Iterable[str | PathLike[str]]" = (),
    allow_write: "Iterable[str | PathLike[str]]" = (),
    deny_read: "Iterable[str | PathLike[str]]" = (),
    allow_env: "Iterable[str]" = (),
    scrub_env: bool = False,
    allow_code_exec: "Iterable[str]" = (),
    allow_native: "Iterable[str]" = (),
    max_memory: int | None = None,
    max_cpu: float | None = None,
    timeout: float | None = None,
    max_processes: int | None = None,
    max_file_size: int | None = None,
    kernel: 'Literal["auto", "require", "off"]' = "auto",
    on_violation: 'Literal["raise", "oserror", "kill", "log"]' = "raise",
    fail_on_violation: bool = False,
    report_only: bool = False,
    audit_log: "str | PathLike[str] | None" = None,
    report: "str | PathLike[str] | None" = None,
    no_network: bool = False,
    no_subprocess: bool = False,
    no_environment: bool = False,
    no_env: bool = False,
    no_code_exec: bool = False,
    no_interpreter_mutation: bool = False,
) -> "Block":
    """Build a blocker that applies the requested hermetic guards.

    Can be called in three ways::

        # 1. Keyword arguments
        hermetic_blocker(block_network=True)

        # 2. Pre-built BlockConfig object; other keywords than profile are ignored
        hermetic_blocker(BlockConfig(block_network=True))

        # 3. Named profile, merged with the rest
        hermetic_blocker(profile="net-hermetic")

    The blocker is a context manager (``with`` and ``async with``) and a decorator
    of functions, coroutine functions and generators. It can be used again, nested
    and re-entered: nested blocks stack, and an inner one never weakens an outer
    one. It holds for all threads of the process. A sealed block stays on; entering
    it seals what is in force around it, and under hermetic-python puts both into the
    kernel layer, which holds native code and other programs too. What the kernel
    cannot be given is said in a line on standard error.

    Profiles are those of `hermetic.profiles.PROFILES` and of the policy file that
    hermetic-python was started with.

    Raises TypeError if the positional argument is no BlockConfig, and ValueError,
    naming the field, for a bad value or an unknown profile. Entering it raises
    HermeticError if ``kernel="require"`` asks for what cannot be had.
    """
    # By identity: a value's own notion of equality may be anything.
    fields = given(locals(), hermetic_blocker.__kwdefaults__ or {})
    from hermetic._block import Block

    fields.pop("profile", None)
    if _config is not None:
        fields = _fields_of(_config)
    if profile is None:
        return Block(fields, "hermetic_blocker")
    from hermetic._merge import union
    from hermetic.profiles import profile_fields

    merged = union(fields, profile_fields(profile))
    return Block(merged, f"hermetic_blocker(profile={profile!r})")


def with_hermetic(_config: "BlockConfig | None" = None, **kwargs: "Any") -> "Block":
    """Mirror hermetic_blocker under a decorator-friendly name."""
    return hermetic_blocker(_config, **kwargs)


def _fields_of(config: object) -> "dict[str, Any]":
    from hermetic._config import BlockConfig

    if not isinstance(config, BlockConfig):
        raise TypeError(
            "hermetic_blocker() positional argument must be a BlockConfig, "
            f"got {type(config).__name__}"
        )
    return config.given()
