"""What no compiler checks: the direction of includes between rooms, and words.

usage: structure.py ROOT
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Room:
    """A folder (the longest matching prefix wins) and what it may include."""

    prefix: str
    may_include: tuple[str, ...]
    may_see_python: bool


ROOMS = (
    Room("profiles/", ("profiles/",), False),
    Room("resolver/", ("resolver/", "profiles/"), False),
    Room("guards/", ("guards/", "profiles/"), True),
    Room(
        "guards/kernel/",
        (
            "guards/kernel/",
            "guards/environment_rules.h",
            "guards/file_rules.h",
            "guards/ip_address.h",
            "guards/network_rules.h",
            "guards/refused_socket_options.h",
            "profiles/",
        ),
        False,
    ),
    Room("stdlib_overlay/", ("stdlib_overlay/", "guards/", "profiles/"), True),
    Room("host/", ("host/", "guards/", "resolver/", "profiles/", "stdlib_overlay/"), True),
)

# Decisions on plain values, wherever they live: no interpreter needed to test them.
FREE_OF_PYTHON = re.compile(r"_rules\.(cc|h)$")

INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]')

# A promise instead of a solution, and paths of somebody's machine.
FORBIDDEN_WORDS = re.compile(
    r"\b(TODO|FIXME|XXX|HACK|WIP|for now|temporar(?:y|ily) (?:hack|workaround))\b"
    r"|/(?:root|home/[a-z]+|Users)/\.?\w"
)
WORDS_EXEMPT = ("tests/lint/structure.py",)
TEXT_SUFFIXES = (".cc", ".h", ".py", ".pyi", ".md", ".txt", ".cmake", ".toml", ".json", "")


def tracked_files(root: Path) -> list[str]:
    listing = subprocess.run(
        ["git", "-C", root, "ls-files"], capture_output=True, text=True, check=True
    )
    return listing.stdout.splitlines()


def room_of(path: str) -> Room | None:
    matching = [room for room in ROOMS if path.startswith(room.prefix)]
    return max(matching, key=lambda room: len(room.prefix), default=None)


def include_errors(path: str, text: str) -> Iterator[str]:
    room = room_of(path)
    if room is None:
        return
    known = tuple(other.prefix for other in ROOMS)
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        included = found[1]
        if included.startswith(known) and not included.startswith(room.may_include):
            yield f"{path}:{number}: {room.prefix} must not include {included}"
        if included == "Python.h" and (not room.may_see_python or FREE_OF_PYTHON.search(path)):
            yield f"{path}:{number}: Python.h is not for this file"


def word_errors(path: str, text: str) -> Iterator[str]:
    if path in WORDS_EXEMPT:
        return
    for number, line in enumerate(text.splitlines(), 1):
        if found := FORBIDDEN_WORDS.search(line):
            yield f"{path}:{number}: forbidden: {found[0]!r}"


def main() -> int:
    root = Path(sys.argv[1])
    errors: list[str] = []
    for path in tracked_files(root):
        file = root / path
        if Path(path).suffix not in TEXT_SUFFIXES or not file.is_file():
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        errors += include_errors(path, text) if path.endswith((".cc", ".h")) else ()
        errors += word_errors(path, text)
    print("\n".join(errors), end="\n" if errors else "")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
