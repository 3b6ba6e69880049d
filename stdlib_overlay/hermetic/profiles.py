"""Named guard presets and helpers for combining them."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from typing import Any

import _hermetic

from hermetic._merge import union

__all__ = ["PROFILES", "GuardConfig", "apply_profile"]

# GuardConfig's names of what BlockConfig and the API call otherwise.
_BLOCK_NAMES = {
    "no_network": "block_network",
    "no_subprocess": "block_subprocess",
    "no_environment": "block_environment",
    "no_code_exec": "block_code_exec",
    "no_interpreter_mutation": "block_interpreter_mutation",
}
_GUARD_NAMES = {block: guard for guard, block in _BLOCK_NAMES.items()}


@dataclass
class GuardConfig:
    """Capture the guard settings used to run a target.

    Fields use the CLI-style ``no_*`` prefix for historical reasons. The
    ``block_*`` aliases (e.g. ``block_network``, ``block_subprocess``) are
    available as read-only properties for parity with ``BlockConfig``.
    """

    no_network: bool = False
    no_subprocess: bool = False
    fs_readonly: bool = False
    fs_root: str | PathLike[str] | None = None
    no_environment: bool = False
    no_code_exec: bool = False
    no_interpreter_mutation: bool = False
    block_native: bool = False
    allow_localhost: bool = False
    allow_domains: list[str] = field(default_factory=list)
    deny_imports: list[str] = field(default_factory=list)
    trace: bool = False
    sealed: bool = False
    # Beyond the old package: by the names of BlockConfig's fields.
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def block_network(self) -> bool:
        """Alias for no_network."""
        return self.no_network

    @property
    def block_subprocess(self) -> bool:
        """Alias for no_subprocess."""
        return self.no_subprocess

    @property
    def block_environment(self) -> bool:
        """Alias for no_environment."""
        return self.no_environment

    @property
    def block_code_exec(self) -> bool:
        """Alias for no_code_exec."""
        return self.no_code_exec

    @property
    def block_interpreter_mutation(self) -> bool:
        """Alias for no_interpreter_mutation."""
        return self.no_interpreter_mutation

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> "GuardConfig":
        """From BlockConfig's fields; what GuardConfig does not name goes to `options`."""
        config = cls()
        for name, value in fields.items():
            guard_name = _GUARD_NAMES.get(name, name)
            if guard_name in cls.__dataclass_fields__:
                setattr(config, guard_name, value)
            else:
                config.options[name] = value
        return config

    def as_fields(self) -> dict[str, Any]:
        """BlockConfig's fields, as far as they are set."""
        named = {block: value for name, block in _FIELDS if (value := getattr(self, name))}
        return union(named, self.options)


# GuardConfig's names and BlockConfig's.
_FIELDS = tuple(
    (f.name, _BLOCK_NAMES.get(f.name, f.name))
    for f in dataclasses.fields(GuardConfig)
    if f.name != "options"
)

PROFILES: dict[str, GuardConfig] = {
    name: GuardConfig.from_fields(fields) for name, fields in _hermetic.profiles().items()
}
"""The built-in profiles. A program may add its own.

Those of the policy file that hermetic-python was started with can be named as well.
"""


def apply_profile(base: GuardConfig, name: str) -> GuardConfig:
    """Overlay a named profile onto an existing guard config.

    What the profile sets is set in the result, lists are extended; `base` stays
    as it is. Exits with a message if the name is unknown.
    """
    profile = _find(name)
    if profile is None:
        raise SystemExit(f"unknown profile: {name}")
    return GuardConfig.from_fields(union(base.as_fields(), profile.as_fields()))


def profile_fields(name: str) -> dict[str, Any]:
    """What a profile sets, as BlockConfig's fields. ValueError for an unknown name."""
    profile = _find(name)
    if profile is None:
        raise ValueError(f"Unknown hermetic profile: {name!r}")
    return profile.as_fields()


def _find(name: str) -> GuardConfig | None:
    if name in PROFILES:
        return PROFILES[name]
    fields = _hermetic.file_profile(name)
    return None if fields is None else GuardConfig.from_fields(fields)
