"""BlockConfig. Apart from `hermetic.blocker` because dataclasses are slow to import."""

from dataclasses import dataclass, field, fields
from os import PathLike
from typing import Any, Literal

from hermetic._merge import union

ALIASES = {
    "no_network": "block_network",
    "no_subprocess": "block_subprocess",
    "no_environment": "block_environment",
    "no_env": "block_environment",
    "no_code_exec": "block_code_exec",
    "no_interpreter_mutation": "block_interpreter_mutation",
}


@dataclass
class BlockConfig:
    """Describe the guard policy contributed by one blocker instance.

    Fields are named like the options of the command line; `hermetic-python
    --help` says what each means. Sizes are in bytes, times in seconds. The
    limits (`max_memory` to `max_file_size`), `audit_log` and `report` are for a
    whole run: the command line sets them, a blocker refuses them. `kernel` is about
    a `sealed` policy, and "require" is refused without. `fail_on_violation` counts
    what is in force when the process ends.
    """

    block_network: bool = False
    block_subprocess: bool = False
    fs_readonly: bool = False
    fs_root: str | PathLike[str] | None = None
    block_environment: bool = False
    block_code_exec: bool = False
    block_interpreter_mutation: bool = False
    block_native: bool = False
    allow_localhost: bool = False
    allow_domains: list[str] = field(default_factory=list)
    deny_imports: list[str] = field(default_factory=list)
    trace: bool = False
    sealed: bool = False
    # Beyond the old package.
    allow_hosts: list[str] = field(default_factory=list)
    allow_unix: bool = False
    allow_run: list[str] = field(default_factory=list)
    allow_read: list[str | PathLike[str]] = field(default_factory=list)
    allow_write: list[str | PathLike[str]] = field(default_factory=list)
    deny_read: list[str | PathLike[str]] = field(default_factory=list)
    allow_env: list[str] = field(default_factory=list)
    scrub_env: bool = False
    allow_code_exec: list[str] = field(default_factory=list)
    allow_native: list[str] = field(default_factory=list)
    max_memory: int | None = None
    max_cpu: float | None = None
    timeout: float | None = None
    max_processes: int | None = None
    max_file_size: int | None = None
    kernel: Literal["auto", "require", "off"] = "auto"
    on_violation: Literal["raise", "oserror", "kill", "log"] = "raise"
    fail_on_violation: bool = False
    report_only: bool = False
    audit_log: str | PathLike[str] | None = None
    report: str | PathLike[str] | None = None

    @classmethod
    def from_kwargs(cls, **kw: Any) -> "BlockConfig":
        """Normalize accepted keyword aliases into a config instance.

        Raises TypeError for a keyword that is neither a field nor an alias.
        """
        config = cls()
        for given, value in kw.items():
            name = ALIASES.get(given, given)
            if name not in cls.__dataclass_fields__:
                raise TypeError(f"Unknown argument: {given}")
            setattr(config, name, _copied(value))
        return config

    @classmethod
    def from_profile(cls, name: str) -> "BlockConfig":
        """The policy of a named profile: one of `hermetic.profiles.PROFILES`, or of the
        policy file that hermetic-python was started with. Raises ValueError for an
        unknown name, and for a mistake in the file.
        """
        from hermetic.profiles import profile_fields

        return cls.from_kwargs(**profile_fields(name))

    def merged_with(self, other: "BlockConfig") -> "BlockConfig":
        """Combine two policies: restrictions and grants add up; neither is changed."""
        return BlockConfig(**union(self.as_fields(), other.as_fields()))

    def __or__(self, other: "BlockConfig") -> "BlockConfig":
        """Merge two policies. Alias for merged_with."""
        if not isinstance(other, BlockConfig):
            return NotImplemented
        return self.merged_with(other)

    def as_fields(self) -> dict[str, Any]:
        """The fields as a new dict; lists are copied."""
        return {f.name: _copied(getattr(self, f.name)) for f in fields(self)}

    def given(self) -> dict[str, Any]:
        """Those fields that are not at their defaults."""
        defaults = BlockConfig().as_fields()
        return {name: v for name, v in self.as_fields().items() if v != defaults[name]}


BlockConfig.__module__ = "hermetic.blocker"


def _copied(value: Any) -> Any:
    is_list = hasattr(value, "__iter__") and not isinstance(value, str | bytes)
    return list(value) if is_list else value
