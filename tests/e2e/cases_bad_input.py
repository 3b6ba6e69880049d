"""Bad input: one clear line that names the value, the right exit code, nothing run."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial

from case import Case, Tools, folder

PROGRAM = "open('ran', 'w')"


@dataclass(frozen=True)
class Bad:
    name: str
    words: list[str]
    code: int
    names: str  # What the line must name.
    program: bool = True  # Followed by `-c PROGRAM`.
    hermetic: bool = False  # The form `hermetic [ours] -- target`.


BAD = (
    Bad("unknown_option", ["--no-such-option"], 2, "--no-such-option"),
    Bad("option_without_value", ["--allow-domain"], 2, "--allow-domain", program=False),
    Bad("missing_root", ["--fs-readonly=/does/not/exist"], 1, "/does/not/exist"),
    Bad("grant_without_restriction", ["--allow-domain", "example.com"], 1, "--allow-domain"),
    Bad("unknown_profile", ["--profile", "no-such-profile"], 1, "no-such-profile"),
    Bad("empty_domain", ["--no-network", "--allow-domain", ""], 1, "--allow-domain"),
    Bad("bad_host", ["--no-network", "--allow-host", "300.1.2.3:99999"], 1, "300.1.2.3:99999"),
    Bad(
        "unknown_program", ["--no-subprocess", "--allow-run=no-such-program"], 1, "no-such-program"
    ),
    Bad("missing_program", ["--no-subprocess", "--allow-run=/no/such"], 1, "/no/such"),
    Bad("bad_on_violation", ["--no-network", "--on-violation=shout"], 1, "shout"),
    Bad("bad_size", ["--max-memory=lots"], 1, "lots"),
    Bad("missing_script", ["no-such-script.py"], 2, "no-such-script.py", program=False),
    Bad(
        "missing_module_attribute", ["no_such_module_x:main"], 1, "no_such_module_x", program=False
    ),
    Bad("fifo", ["--", "./pipe"], 1, "./pipe", program=False),
    Bad("binary", ["--", "./program.bin"], 1, "./program.bin", program=False),
    Bad("unknown_name", ["--", "no-such-tool-x"], 1, "no-such-tool-x", program=False),
    Bad("no_separator", ["no-such-tool-x"], 2, "--", program=False, hermetic=True),
)


def check(bad: Bad, tools: Tools) -> str | None:
    with folder() as place:
        os.mkfifo(place / "pipe")
        (place / "program.bin").write_bytes(b"\x7fELF\0\1\2\3")
        words = [*bad.words, *(["-c", PROGRAM] if bad.program else [])]
        form = tools.binary.with_name("hermetic") if bad.hermetic or "--" in words else None
        result = tools.run(*words, program=form, cwd=place, timeout=20)
        if (place / "ran").exists():
            return "the program ran"
    if result.code != bad.code:
        return f"exit code {result.code}, not {bad.code}: {result.stderr!r}"
    if bad.names not in result.stderr:
        return f"stderr does not name {bad.names!r}: {result.stderr!r}"
    if bad.code == 1 and result.stderr.count("\n") != 1:
        return f"not one line: {result.stderr!r}"
    return None


CASES = [Case(f"bad_input/{b.name}", partial(check, b)) for b in BAD]
