"""The files matrix: Landlock and the metadata rules, tried with raw system calls."""

from probe import Case

WRITES_OUTSIDE = {
    "write_file={tree}/file": "EACCES",
    "create={tree}/new": "EACCES",
    "tmpfile_in={tree}": "EACCES",
    "trunc_open={tree}/file": "EACCES",
    "truncate_path={tree}/file": "EACCES",
    "unlink_path={tree}/file": "EACCES",
    "make_dir={tree}/d": "EACCES",
    "remove_dir={tree}/open": "EACCES",
    "make_link={tree}/file": "EACCES|EXDEV",
    "make_symlink={tree}/s": "EACCES",
    "make_fifo={tree}/f": "EACCES",
    "rename_path={tree}/file": "EACCES|EXDEV",
    "unix_bind={tree}/socket": "EACCES",
}
METADATA = {
    "change_mode={tree}/file": "EPERM",
    "change_mode_by_descriptor={tree}/file": "EPERM",
    "change_times={tree}/file": "EPERM",
    "change_owner={tree}/file": "EPERM",
    "set_attribute={tree}/file": "EPERM",
}

CASES = [
    Case(
        "base domain keeps files writable",
        ["--deny-import=x"],
        {
            "write_file={tree}/file": "ok",
            "create={tree}/new": "ok",
            "change_mode={tree}/file": "ok",
            "rename_path={tree}/file": "ok",
            "write_file=/dev/null": "ok",
        },
    ),
    Case(
        "machine code through proc",
        ["--deny-import=x"],
        {"mem_by_path": "EACCES", "mem_by_thread": "EACCES", "mem_by_directory": "EACCES"},
    ),
    Case(
        "processes outside the domain",
        ["--deny-import=x"],
        {
            "parent_memory": "EACCES|EPERM",
            "parent_environment": "EACCES|EPERM",
            "signal_parent": "EPERM",
            "signal_pid=1": "EPERM",
        },
    ),
    Case(
        "readonly",
        ["--fs-readonly"],
        {
            **WRITES_OUTSIDE,
            **METADATA,
            "read_file={tree}/file": "ok",
            "list_dir={tree}": "ok",
            "write_file=/dev/null": "ok",
            "write_file=/dev/full": "ok",
            "create=/dev/shm/hermetic-test": "ok",
            "unlink_path=/dev/shm/hermetic-test": "ok",
        },
    ),
    Case(
        "readonly without subprocesses has no shared memory",
        ["--fs-readonly", "--no-subprocess"],
        {"create=/dev/shm/hermetic-test": "EACCES"},
    ),
    Case(
        "readonly with a writable tree",
        ["--fs-readonly", "--allow-write={tree}/open"],
        {
            **WRITES_OUTSIDE,
            "write_file={tree}/open/file": "ok",
            "create={tree}/open/new": "ok",
            "make_dir={tree}/open/d": "ok",
            "rename_path={tree}/open/file": "ok",
            "change_mode={tree}/open/new": "ok",
            "unlink_path={tree}/open/new": "ok",
        },
    ),
    Case(
        "a writable path that does not exist yet",
        ["--fs-readonly", "--allow-write={tree}/new"],
        {"make_dir={tree}/new": "ok", "create=/var/tmp/hermetic-new": "EACCES"},
        stderr="does not exist yet",
    ),
    Case(
        "a new writable path where the self-test would look",
        ["--fs-readonly", "--allow-write=/tmp/hermetic-not-there"],
        {"create=/var/tmp/hermetic-new": "EACCES"},
        stderr="files degraded: /tmp/hermetic-not-there does not exist yet",
    ),
    Case(
        "root limits reads",
        ["--fs-readonly={tree}/open"],
        {
            "read_file={tree}/open/file": "ok",
            "list_dir={tree}/open": "ok",
            "read_file={tree}/file": "EACCES",
            "list_dir={tree}": "EACCES",
            "read_file=/etc/fstab": "EACCES",
            "list_dir=/etc": "EACCES",
            "read_file=/etc/hosts": "ok",
            "list_dir=/usr": "ok",
        },
    ),
    Case(
        "root with one more tree",
        ["--fs-readonly={tree}/open", "--allow-read={tree}/shut"],
        {"read_file={tree}/shut/file": "ok", "read_file={tree}/file": "EACCES"},
    ),
    Case(
        "denied reads",
        ["--deny-read={tree}/shut"],
        {
            "read_file={tree}/shut/file": "EACCES",
            "read_file={tree}/file": "ok",
            "read_file={tree}/open/file": "ok",
            "read_file=/etc/hosts": "ok",
            "write_file={tree}/file": "ok",
        },
    ),
    Case(
        "denied reads within a root",
        ["--fs-readonly={tree}", "--deny-read={tree}/shut/file"],
        {
            "read_file={tree}/shut/file": "EACCES",
            "read_file={tree}/shut/other": "ok",
            "read_file=/etc/fstab": "EACCES",
        },
    ),
    Case(
        "two levels are a conjunction",
        [
            "--fs-readonly",
            "--allow-write={tree}/open",
            ":then",
            "--fs-readonly",
            "--allow-write={tree}/shut",
        ],
        {"write_file={tree}/open/file": "EACCES", "write_file={tree}/shut/file": "EACCES"},
    ),
    Case(
        "nothing restricted",
        ["--allow-write={tree}"],
        {"mem_by_path": "ok", "change_mode={tree}/file": "ok"},
        stderr="",
    ),
    Case(
        "kernel off",
        ["--fs-readonly", "--no-network", "--kernel=off"],
        {"write_file={tree}/file": "ok", "make_socket=2,1,0": "ok"},
        stderr="",
    ),
]
