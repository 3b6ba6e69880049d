"""The kernel layer, judged from outside.

usage: run.py --binary PATH [-k SUBSTR]

The cases run in kernel_probe, which is built beside PATH. As root, every case runs as root and
as an unprivileged user, and against a peer in another network namespace; otherwise as who you
are.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

import cases_files
import cases_limits
import cases_network
import cases_processes
import containers
import extensions
import interpreter
import programs
import scenarios
from peer import Peer
from probe import Case, Skipped, World, differences

HERE = Path(__file__).resolve().parent
CASES = {
    "files": cases_files.CASES,
    "processes": cases_processes.CASES,
    "network": cases_network.CASES,
    "limits": cases_limits.CASES,
}

SCENARIOS = {
    **scenarios.ALL,
    **interpreter.ALL,
    **containers.ALL,
    **extensions.ALL,
    **programs.ALL,
}


def build_library(scratch: Path) -> Path:
    library = scratch / "raw.so"
    options = ["-O1", "-w", "-shared", "-fPIC", "-pthread"]
    subprocess.run(["cc", *options, "-o", library, HERE / "raw.c"], check=True)
    return library


def check(world: World, case: Case, user: bool) -> list[str]:
    world.peer.settle()
    try:
        found = differences(case, world.run(case, user))
    except subprocess.TimeoutExpired:
        return ["still running after 60 seconds"]
    if case.needs_peer:
        seen = dict(world.peer.settle())
        free = {what for what, count in case.arrivals.items() if count < 0}
        counted = {what: count for what, count in case.arrivals.items() if count >= 0}
        if {what: count for what, count in seen.items() if what not in free} != counted:
            found.append(f"arrived: {seen}, not {counted}")
    return found


def users(case: Case) -> Iterator[bool]:
    if os.getuid() != 0:
        yield True
        return
    if case.as_root:
        yield False
    if case.as_user:
        yield True


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True, type=Path)
    parser.add_argument("--python", help="what ./dev tells every suite; not used")
    parser.add_argument("-j", help="likewise: cases count what arrives, one at a time")
    parser.add_argument("-k", default="", metavar="SUBSTR")
    options = parser.parse_args()
    binary = options.binary.resolve().with_name("kernel_probe")
    passed, failed, skipped = 0, 0, 0
    peer = Peer()
    scratch = Path(tempfile.mkdtemp(prefix="hermetic-kernel-"))
    scratch.chmod(0o755)
    try:
        world = World(binary, build_library(scratch), scratch, peer)
        for group, cases in CASES.items():
            for case in cases:
                for user in users(case):
                    name = f"{group}: {case.name}{' (user)' if user else ' (root)'}"
                    if options.k not in name:
                        continue
                    if case.needs_peer and peer.why_not:
                        skipped += 1
                        print(f"SKIPPED {name}: {peer.why_not}")
                        continue
                    if found := check(world, case, user):
                        failed += 1
                        print(f"FAILED {name}", *found, sep="\n    ")
                    else:
                        passed += 1
        for name, scenario in SCENARIOS.items():
            if options.k not in name:
                continue
            try:
                problem = scenario(world)
            except Skipped as why:
                skipped += 1
                print(f"SKIPPED {name}: {why}")
                continue
            if problem:
                failed += 1
                print(f"FAILED {name}\n    {problem}")
            else:
                passed += 1
    finally:
        peer.close()
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
