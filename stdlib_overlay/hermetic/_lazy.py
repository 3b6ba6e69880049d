"""Module attributes that are imported when they are first asked for."""

import sys

TYPE_CHECKING = False  # Importing typing takes milliseconds.
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def lazy_attributes(module: str, homes: "Mapping[str, str]") -> "Callable[[str], Any]":
    """A module's `__getattr__` for the names in `homes`, which maps each to the
    module that defines it."""

    def find(name: str) -> "Any":
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        __import__(home)
        value = getattr(sys.modules[home], name)
        setattr(sys.modules[module], name, value)
        return value

    return find
