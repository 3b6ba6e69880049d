"""A reversible block: what is started inside is under its policy, field by field."""

from __future__ import annotations

import tempfile

from harness import Bench, case

PROGRAM = """
import multiprocessing, os, socket, subprocess, sys
from hermetic import hermetic_blocker

def connect():
    socket.create_connection(("192.0.2.1", 9), 0.01)

FIELDS = {
    "no_network": ({"no_network": True}, connect),
    "allow_hosts": ({"no_network": True, "allow_hosts": ["192.0.2.2"]}, connect),
    "no_subprocess": ({"no_subprocess": True, "allow_run": [sys.executable]},
                      lambda: os.system("true")),
    "fs_readonly": ({"fs_readonly": True}, lambda: open("mark", "w")),
    "allow_write": ({"fs_readonly": True, "allow_write": ["writable"]}, lambda: open("mark", "w")),
    "fs_root": ({"fs_root": "root"}, lambda: open(sys.argv[-1])),
    "deny_read": ({"deny_read": [sys.argv[-1]]}, lambda: open(sys.argv[-1])),
    "no_environment": ({"no_environment": True}, lambda: os.environ["SECRET"]),
    "allow_env": ({"no_environment": True, "allow_env": ["HOME"]}, lambda: os.environ["SECRET"]),
    "scrub_env": ({"scrub_env": True}, lambda: os.environ["SECRET"]),
    "no_code_exec": ({"no_code_exec": True}, lambda: eval("1")),
    "no_interpreter_mutation": ({"no_interpreter_mutation": True}, lambda: os.chdir("/")),
    "block_native": ({"block_native": True}, lambda: __import__("_ctypes")),
    "deny_imports": ({"deny_imports": ["colorsys"]}, lambda: __import__("colorsys")),
}

def child(field):
    try:
        FIELDS[field][1]()
    except Exception as error:
        word = getattr(error, "guard", None) or type(error).__name__
    else:
        word = "done"
    os.write(1, f"{field} {word}\\n".encode())

WORDS = lambda field: [sys.executable, "program.py", "child", field, sys.argv[-1]]

def by_subprocess(field):
    subprocess.run(WORDS(field))

def by_fork(field):
    if os.fork() == 0:
        child(field)
        os._exit(0)
    os.wait()

def by_exec(field):
    if os.fork() == 0:
        os.execv(sys.executable, WORDS(field))
    os.wait()

def by_posix_spawn(field):
    os.waitpid(os.posix_spawn(sys.executable, WORDS(field), {}), 0)

def by_multiprocessing_fork(field, method="fork"):
    worker = multiprocessing.get_context(method).Process(target=child, args=(field,))
    worker.start()
    worker.join()

def by_multiprocessing_spawn(field):
    by_multiprocessing_fork(field, "spawn")

if __name__ == "__main__":
    if sys.argv[1] == "child":
        child(sys.argv[2])
    else:
        start = globals()["by_" + sys.argv[1]]
        for field in FIELDS:
            with hermetic_blocker(**FIELDS[field][0]):
                start(field)
        print("after", end=" ", flush=True)
        start("fs_readonly")
"""
REFUSED = {
    "no_network": "network",
    "allow_hosts": "network",
    "no_subprocess": "subprocess",
    "fs_readonly": "filesystem",
    "allow_write": "filesystem",
    "fs_root": "filesystem",
    "deny_read": "filesystem",
    "no_environment": "environment",
    "allow_env": "environment",
    "scrub_env": "KeyError",
    "no_code_exec": "code_exec",
    "no_interpreter_mutation": "interpreter",
    "block_native": "imports",
    "deny_imports": "imports",
}


def _check(bench: Bench, way: str, refused: dict[str, str]) -> None:
    for name in ("root", "writable"):
        (bench.directory / name).mkdir()
    with tempfile.NamedTemporaryFile() as secret:
        result = bench.run([], PROGRAM, way, secret.name, env={"SECRET": "token"})
    lines = result.out.splitlines()
    wanted = [f"{field} {word}" for field, word in refused.items()]
    assert lines == [*wanted, "after fs_readonly done"], (lines, result.err[-800:])


def _add(way: str) -> None:
    @case(f"blocks/each field reaches a child by {way.replace('_', ' ')}")
    def _case(bench: Bench) -> None:
        refused = dict(REFUSED)
        if way == "multiprocessing_spawn":
            del refused["no_code_exec"]  # The worker's task is a pickle, which is refused first.
        _check(bench, way, refused)


for _way in (
    "subprocess",
    "fork",
    "exec",
    "posix_spawn",
    "multiprocessing_fork",
    "multiprocessing_spawn",
):
    _add(_way)


@case("blocks/other programs find of the environment what is granted")
def _environment(bench: Bench) -> None:
    code = """
import os, subprocess, sys
from hermetic import hermetic_blocker
def env(**options):
    text = subprocess.run(["env"], capture_output=True, text=True, **options).stdout
    return sorted(name for name in ("SECRET", "GIVEN", "MINE", "PATH") if name + "=" in text)
with hermetic_blocker(no_environment=True, allow_env=["GIVEN"]):
    print(env(), env(close_fds=False))
    os.system("echo system $SECRET")
    if os.fork() == 0:
        os.execv("/bin/sh", ["sh", "-c", "echo execv $SECRET"])
    os.wait()
with hermetic_blocker(scrub_env=True):
    os.environ["MINE"] = "1"
    print(env(), env(env={"SECRET": "own"}))
print(env())
"""
    result = bench.run([], code, env={"SECRET": "token", "GIVEN": "1"})
    lines = result.out.splitlines()
    assert lines == [
        "['GIVEN', 'PATH'] ['GIVEN', 'PATH']",
        "system",
        "execv",
        "['MINE', 'PATH'] ['SECRET']",
        "['GIVEN', 'MINE', 'PATH', 'SECRET']",
    ], (lines, result.err[-800:])


@case("blocks/an inner block keeps back what the command line grants")
def _inner_environment(bench: Bench) -> None:
    code = """
import os
from hermetic import hermetic_blocker
os.system("echo before $SECRET")
with hermetic_blocker(no_environment=True):
    os.system("echo inside $SECRET")
"""
    options = ["--no-environment", "--allow-env", "SECRET"]
    result = bench.run(options, code, env={"SECRET": "token"})
    result.expect(0, out="before token\ninside\n")
