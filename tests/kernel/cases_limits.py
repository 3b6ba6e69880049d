"""Limits: what is reported, how the process ends, and that nothing of its tree is left."""

from probe import Case

CASES = [
    Case(
        "timeout",
        ["--timeout=1s"],
        {"pause_for=20": "ok"},
        code=124,
        stderr="hermetic: limit: timeout 1s\n",
    ),
    Case(
        "memory",
        ["--max-memory=64M"],
        {"allocate=512": "ok", "pause_for=20": "ok"},
        code=-9,
        stderr="hermetic: limit: memory 64 MiB\n",
    ),
    Case(
        "memory of a child",
        ["--max-memory=64M"],
        {"in_child=allocate=512": "ok", "pause_for=20": "ok"},
        code=-9,
        stderr="hermetic: limit: memory 64 MiB\n",
    ),
    Case("memory within the limit", ["--max-memory=256M"], {"allocate=32": "ok"}, stderr=""),
    Case(
        "cpu",
        ["--max-cpu=1s"],
        {"spin=20": "ok"},
        code=-24,
        stderr="hermetic: limit: cpu 1s\n",
    ),
    Case(
        "processes",
        ["--max-processes=8"],
        {"fork_many=20": "ok", "pause_for=20": "ok"},
        code=-9,
        stderr="hermetic: limit: processes 8\n",
    ),
    Case("processes within the limit", ["--max-processes=8"], {"fork_child": "ok"}, stderr=""),
    Case(
        "file size",
        ["--max-file-size=1M"],
        {"fill_file={tree}/big": "ok", "pause_for=20": "ok"},
        code=-25,
        stderr="hermetic: limit: file size 1 MiB\n",
    ),
    Case(
        "limits without the kernel layer",
        ["--timeout=1s", "--kernel=off"],
        {"pause_for=20": "ok"},
        code=124,
        stderr="hermetic: limit: timeout 1s\n",
    ),
    Case(
        "monitor cannot be seen",
        ["--timeout=60s"],
        {"wait_for_any": "ECHILD", "die_with_supervisor": "EPERM"},
        stderr="",
    ),
]
