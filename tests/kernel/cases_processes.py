"""Processes, programs, native code, privileges and the environment."""

from probe import Case

SECRET = "tercesyrevsiht"  # raw.c looks for it backwards.
PTRACE, BPF, KEYCTL, UNSHARE_CALL, IO_URING, CLONE3 = 101, 321, 250, 272, 425, 435

CASES = [
    Case(
        "hardening",
        ["--deny-import=x"],
        {
            f"call_number={PTRACE}": "EPERM",
            f"call_number={BPF}": "EPERM",
            f"call_number={KEYCTL}": "EPERM",
            f"call_number={UNSHARE_CALL}": "EPERM",
            f"call_number={IO_URING}": "ENOSYS",
            f"call_number={CLONE3}": "ENOSYS",
            "new_user_namespace": "EPERM",
            "thread": "ok",
            "fork_child": "ok",
            "execute=/bin/true": "ok",
        },
    ),
    Case(
        "no subprocess",
        ["--no-subprocess"],
        {"fork_child": "EPERM", "execute=/bin/true": "EPERM", "thread": "ok"},
    ),
    Case(
        "allowed programs only",
        ["--no-subprocess", "--allow-run=/bin/true"],
        {
            "execute=/bin/true": "ok",
            "execute=/bin/ls": "EACCES",
            "execute_memfd=/bin/ls": "EPERM",
            "fork_child": "ok",
            "thread": "ok",
        },
    ),
    Case(
        "native code",
        ["--block-native", "--no-subprocess"],
        {"map_executable": "EPERM", "thread": "ok"},
    ),
    Case(
        "native code with subprocesses",
        ["--block-native"],
        {"map_executable": "ok", "execute=/bin/true": "ok"},
        stderr="native code degraded",
    ),
    Case(
        "native code required",
        ["--block-native", "--kernel=require"],
        {},
        code=1,
        stderr="--kernel=require",
    ),
    Case(
        "environment is wiped",
        ["--no-environment", "--allow-env=KEEP_*"],
        {
            "variable=SECRET_TOKEN": "ENOENT",
            "variable=KEEP_THIS": "ok",
            "variable=PATH": "ok",
            f"find_in_memory={SECRET}": "0",
            "whole_environment": "0",
        },
        environment={"SECRET_TOKEN": SECRET[::-1], "KEEP_THIS": "1"},
    ),
    Case(
        "environment is scrubbed",
        ["--scrub-env"],
        {"variable=SECRET_TOKEN": "ENOENT", f"find_in_memory={SECRET}": "0"},
        environment={"SECRET_TOKEN": SECRET[::-1]},
    ),
    Case(
        "environment stays without the option",
        ["--no-network"],
        {"variable=SECRET_TOKEN": "ok"},
        environment={"SECRET_TOKEN": SECRET[::-1]},
    ),
]
