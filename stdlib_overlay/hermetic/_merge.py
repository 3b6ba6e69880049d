"""How two parts of one policy add up, on plain dicts of BlockConfig's fields."""

from collections.abc import Callable, Mapping
from typing import Any

_KERNEL = ("auto", "off", "require")
_ON_VIOLATION = ("raise", "log", "oserror", "kill")


def _lower(a: Any, b: Any) -> Any:
    return b if a is None else a if b is None else min(a, b, key=float)


# Where "the second, or else the first" does not say it.
_RULES: dict[str, Callable[[Any, Any], Any]] = {
    "kernel": lambda a, b: max(a, b, key=_KERNEL.index),
    "on_violation": lambda a, b: max(a, b, key=_ON_VIOLATION.index),
    "max_memory": _lower,
    "max_cpu": _lower,
    "timeout": _lower,
    "max_processes": _lower,
    "max_file_size": _lower,
}


def union(a: Mapping[str, Any], b: Mapping[str, Any]) -> dict[str, Any]:
    """Restrictions and grants add up; of limits the lower one stays."""
    merged = dict(a)
    for name, value in b.items():
        merged[name] = _union_of(name, merged[name], value) if name in merged else value
    return merged


def _union_of(name: str, a: Any, b: Any) -> Any:
    if name in _RULES:
        return _RULES[name](a, b)
    if isinstance(a, list | tuple) or isinstance(b, list | tuple):
        return list(dict.fromkeys((*a, *b)))
    if isinstance(a, bool) and isinstance(b, bool):
        return a or b
    return b or a
