"""Processes, programs, native code, privileges and the environment."""

from probe import Case

SECRET = "tercesyrevsiht"  # raw.c looks for it backwards.
# Called with zeros, which do no harm where nothing refuses them. x86-64's numbers; those above
# 400 are everybody's.
REFUSED = {
    "ptrace": 101,
    "personality": 135,
    "pivot_root": 155,
    "chroot": 161,
    "mount": 165,
    "umount2": 166,
    "add_key": 248,
    "request_key": 249,
    "keyctl": 250,
    "unshare": 272,
    "open_by_handle_at": 304,
    "setns": 308,
    "process_vm_readv": 310,
    "process_vm_writev": 311,
    "kcmp": 312,
    "bpf": 321,
    "userfaultfd": 323,
    "open_tree": 428,
    "fsopen": 430,
    "pidfd_getfd": 438,
    "process_madvise": 440,
}
FALL_BACK = {"io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427, "clone3": 435}

CASES = [
    Case(
        "hardening",
        ["--deny-import=x"],
        {
            **{f"call_number={number}": "EPERM" for number in REFUSED.values()},
            **{f"call_number={number}": "ENOSYS" for number in FALL_BACK.values()},
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
