"""Within a container's system call filter: what cannot be had is told, or stops --kernel=require."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from probe import NOBODY, Skipped, World, answer_of, matches

OUTER = Path(__file__).with_name("outer.py")
SECCOMP = "317" if os.uname().machine == "x86_64" else "277"
NO_LANDLOCK = ("444", "445", "446")
NO_LISTENER = (f"{SECCOMP}/8",)
FILES = ["--fs-readonly", "--no-network"]
LOCALHOST = ["--no-network", "--allow-localhost"]


@dataclass(frozen=True)
class Missing:
    """Calls that the container answers itself, what is told then, and what holds all the same."""

    calls: tuple[str, ...]
    policy: list[str]
    told: tuple[str, ...]
    tries: Mapping[str, str]


CASES = {
    "files without Landlock": Missing(
        NO_LANDLOCK,
        FILES,
        ("base domain unavailable", "files unavailable", "Landlock"),
        {"change_mode={tree}/file": "EPERM", "make_socket=2,1,0": "EPERM"},
    ),
    "localhost without Landlock": Missing(
        NO_LANDLOCK,
        LOCALHOST,
        ("base domain unavailable",),
        {"echo=127.0.0.1:0": "ok", "tcp=192.0.2.1:9": "EACCES"},
    ),
    "files without filters": Missing(
        (SECCOMP,),
        FILES,
        ("hardening unavailable", "network unavailable", "files degraded", "filters"),
        {"write_file={tree}/file": "EACCES"},
    ),
    "localhost without a listener": Missing(
        NO_LISTENER,
        LOCALHOST,
        ("network degraded", "all network refused"),
        {"echo=127.0.0.1:0": "EPERM", "make_socket=2,1,0": "EPERM"},
    ),
    "no network without a listener": Missing(
        NO_LISTENER, ["--no-network"], (), {"make_socket=2,1,0": "EPERM", "socket_pair": "ok"}
    ),
}


def run(
    world: World, calls: tuple[str, ...], error: int, policy: list[str], words: list[str]
) -> subprocess.CompletedProcess[str]:
    outer = [sys.executable, str(OUTER), str(error), *calls, "--"]
    return subprocess.run(
        [*outer, *world.command(policy, words)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def check(world: World, case: Missing, error: int) -> str:
    tree = world.tree("container", os.getuid())
    words = [word.format(tree=tree) for word in case.tries]
    done = run(world, case.calls, error, case.policy, words)
    if lacking := [part for part in case.told if part not in done.stderr]:
        return f"{lacking} not told: {done.stderr}"
    if not case.told and done.stderr:
        return f"told: {done.stderr}"
    for word, want in zip(words, case.tries.values(), strict=True):
        got = answer_of(done.stdout, word)
        if got is None or not matches(want, got):
            return f"{word} answered {got}, not {want}: {done.stderr}"
    required = run(world, case.calls, error, [*case.policy, "--kernel=require"], words)
    refused = required.returncode == 1 and "--kernel=require" in required.stderr
    return "" if refused == bool(case.told) else f"--kernel=require: {required.stderr}"


def scenario(case: Missing) -> Callable[[World], str]:
    return lambda world: next(
        (
            f"{errno.errorcode[error]}: {problem}"
            for error in (errno.ENOSYS, errno.EPERM)
            if (problem := check(world, case, error))
        ),
        "",
    )


def setuid_programs_gain_nothing(world: World) -> str:
    if os.getuid() != 0:
        raise Skipped("needs root, to make a setuid program")
    program = world.scratch / "who"
    shutil.copy(shutil.which("id") or "/usr/bin/id", program)
    program.chmod(0o4755)

    def effective(policy: list[str]) -> str:
        ids = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        code = "import subprocess, sys; subprocess.run([sys.argv[1], '-u'], check=True)"
        python = str(world.binary.with_name("hermetic-python"))
        command = [*ids, python, *policy, "-c", code, str(program)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout.strip() or done.stderr

    if (free := effective([])) != "0":
        raise Skipped(f"setuid has no effect here: {free}")
    held = effective(["--no-network"])
    return "" if held == str(NOBODY) else f"it ran as {held}"


def few_descriptors(world: World) -> str:
    """A hard limit below what programs are used to, for the supervisor as well."""
    for policy in (LOCALHOST, ["--no-network", "--allow-host=127.0.0.1", "--timeout=20s"]):
        words = ["echo=127.0.0.1:0"] * 30
        command = ["prlimit", "--nofile=20:20", *world.command(policy, words)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        if done.stdout.splitlines() != ["echo=127.0.0.1:0 0"] * 30:
            return f"{policy}: {done.stdout}{done.stderr}"
    return ""


ALL: dict[str, Callable[[World], str]] = {
    **{f"container: {name}": scenario(case) for name, case in CASES.items()},
    "few descriptors": few_descriptors,
    "setuid programs gain nothing": setuid_programs_gain_nothing,
}
