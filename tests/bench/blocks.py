"""What a reversible block costs. Runs inside the interpreter that is measured:

hermetic-python tests/bench/blocks.py
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from hermetic import hermetic_blocker

GOAL = 5.0  # Microseconds for entering and leaving.

FIELDS: Mapping[str, Mapping[str, Any]] = {
    "block_network": {"block_network": True},
    "allow_domains": {"block_network": True, "allow_domains": ["example.com"]},
    "block_subprocess": {"block_subprocess": True},
    "fs_readonly": {"fs_readonly": True},
    "fs_root": {"fs_readonly": True, "fs_root": "/usr"},
    "block_environment": {"block_environment": True},
    "scrub_env": {"scrub_env": True},
    "block_code_exec": {"block_code_exec": True},
    "block_interpreter_mutation": {"block_interpreter_mutation": True},
    "block_native": {"block_native": True},
    "deny_imports, loaded": {"deny_imports": ["json"]},
    "deny_imports, not loaded": {"deny_imports": ["no_such_module"]},
    "profile net-hermetic": {"profile": "net-hermetic"},
    "profile block-all": {"profile": "block-all"},
}

# What else is loaded: much of what is denied, and three times as many modules.
LOADED = ("json", "asyncio", "ctypes.util", "http.server", "pickle", "unittest", "xml.dom.minidom")


def microseconds(work: Callable[[int], None], times: int) -> float:
    """The best of seven."""
    found = []
    for _ in range(7):
        started = time.perf_counter()
        work(times)
        found.append((time.perf_counter() - started) / times * 1e6)
    return min(found)


def row(fields: Mapping[str, Any]) -> tuple[float, float, float]:
    block = hermetic_blocker(**fields)

    def enter(times: int) -> None:
        for _ in range(times):
            with block:
                pass

    def make(times: int) -> None:
        for _ in range(times):
            hermetic_blocker(**fields)

    def both(times: int) -> None:
        for _ in range(times):
            with hermetic_blocker(**fields):
                pass

    return microseconds(enter, 2000), microseconds(make, 500), microseconds(both, 500)


def table() -> None:
    print(f"\nentering and leaving a block, microseconds, {len(sys.modules)} modules loaded")
    print(f"{'':34} {'again':>9} {'making it':>9} {'both':>9}")
    for name, fields in FIELDS.items():
        again, make, both = row(fields)
        missed = "" if again <= GOAL else f"   over {GOAL}"
        print(f"{name:34} {again:9.2f} {make:9.2f} {both:9.2f}{missed}")


def import_time() -> None:
    """Of a process's first `import hermetic`, with Python's own clock for imports."""
    command = [sys.executable, "-X", "importtime", "-c", "import hermetic"]
    found = []
    for _ in range(20):
        lines = subprocess.run(command, capture_output=True, text=True, check=True).stderr
        found.append(int(lines.splitlines()[-1].split("|")[1]))
    print(f"\nimport hermetic: {min(found)} microseconds")


if __name__ == "__main__":
    import_time()
    table()
    for module in LOADED:
        __import__(module)
    table()
