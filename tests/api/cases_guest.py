"""The package in a python that was running before it came: what reaches in there,
and what the documentation says is not held."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

from case import Case

# References and libraries that are there before the first policy.
BEFORE = """
import ctypes.util, os, posix, sqlite3, subprocess, threading, time
from _posixsubprocess import fork_exec
from hermetic import hermetic_blocker as block
captured_open, mkdir, system, spawn = open, posix.mkdir, posix.system, posix.posix_spawn
os.mkdir("in"); os.mkdir("out"); os.symlink("../out", "in/link")
"""


def guest(name: str, program: str, prints: str, absent: tuple[str, ...] = (), **more: Any) -> Case:
    return Case(name, BEFORE + dedent(program), prints, absent=absent, only="extension", **more)


COMMAND = [
    Case("command_refuses_what_is_of_a_whole_run", "", command=("-m", "hermetic", "--timeout", "5", "--", "json"),
         errors=("timeout: is for a whole run; hermetic-python's",), code=1, only="extension"),
]  # fmt: skip

READONLY = "filesystem: filesystem readonly: mark [mark]"
CHANGE = "filesystem: filesystem mutation disabled [None]"
FILES = [
    guest("captured_open", """
        with block(fs_readonly=True):
            attempt(lambda: captured_open("mark", "w"))""", READONLY, ("mark",)),
    guest("captured_mkdir", """
        with block(fs_readonly=True):
            attempt(lambda: mkdir("mark"))""", CHANGE, ("mark",)),
    guest("library_loaded_before", """
        with block(fs_readonly=True):
            attempt(lambda: sqlite3.connect("mark").execute("create table t (a)"))""",
        READONLY.replace("mark", "DIR/mark"), ("mark",)),
    guest("link_out_of_what_is_granted", """
        with block(fs_readonly=True, allow_write=["in"]):
            open("in/fine", "w").close()
            attempt(lambda: open("in/link/mark", "w"))""",
        READONLY.replace("mark", "in/link/mark"), ("out/mark",)),
    guest("relative_to_a_descriptor", """
        out = os.open("out", os.O_RDONLY)
        with block(fs_readonly=True, allow_write=["in"]):
            attempt(lambda: os.open("mark", os.O_CREAT | os.O_WRONLY, dir_fd=out))
            attempt(lambda: os.mkdir("mark", dir_fd=out))""",
        f"{READONLY}\n{CHANGE}", ("out/mark",)),
    guest("looking_outside_the_root", """
        os.symlink("/var", "in/var")
        with block(fs_readonly=True, fs_root="in"):
            attempt(lambda: os.stat("/var/log"))
            attempt(lambda: os.listdir("/var"))
            attempt(lambda: open("in/var/mark"))""", """
        filesystem: read outside sandbox root: /var/log [/var/log]
        filesystem: read outside sandbox root: /var [/var]
        filesystem: read outside sandbox root: in/var/mark [in/var/mark]"""),
    guest("thread_from_before", """
        begin, done = threading.Event(), threading.Event()
        def write():
            begin.wait()
            attempt(lambda: open("mark", "w"))
            done.set()
        threading.Thread(target=write).start()
        with block(fs_readonly=True):
            begin.set()
            done.wait()""", READONLY, ("mark",)),
    guest("module_loaded_inside", """
        import sys
        for name in [name for name in sys.modules if "sqlite3" in name]:
            del sys.modules[name]
        with block(fs_readonly=True):
            import sqlite3
            attempt(lambda: sqlite3.connect("mark").execute("create table t (a)"))""",
        READONLY.replace("mark", "DIR/mark"), ("mark",)),
    guest("everything_works_again_after", """
        with block(fs_readonly=True, block_subprocess=True):
            pass
        captured_open("mark", "w").close(); mkdir("made"); system("true")
        print(os.path.exists("mark"), os.path.exists("made"))""", "True True"),
]  # fmt: skip

SUBPROCESS = "subprocess: subprocess disabled [None]"
PROCESSES = [
    guest("captured_system", """
        with block(block_subprocess=True):
            attempt(lambda: system("touch mark"))""", SUBPROCESS, ("mark",)),
    guest("captured_spawn", """
        with block(block_subprocess=True):
            attempt(lambda: spawn("/bin/sh", ["sh", "-c", "touch mark"], {}))""", SUBPROCESS, ("mark",)),
    guest("only_what_is_allowed_runs", """
        with block(block_subprocess=True, allow_run=["echo"]):
            print(subprocess.run(["echo", "hello"], capture_output=True, text=True).stdout.strip())
            print(subprocess.run(["echo", "hello"], close_fds=False, stdout=-1, text=True).stdout.strip())
            try:
                subprocess.run(["touch", "mark"])
            except PolicyViolation as violation:
                print(violation)""",
        "hello\nhello\nsubprocess disabled", ("mark",)),
    guest("fork_is_held", """
        with block(fs_readonly=True):
            pid = os.fork()
            if pid == 0:
                attempt(lambda: open("mark", "w"))
                sys.stdout.flush()
                os._exit(0)
            os.waitpid(pid, 0)""", READONLY, ("mark",)),
    guest("another_program_is_not_held", """
        with block(fs_readonly=True):
            subprocess.run(["touch", "mark"])
        print(os.path.exists("mark"))""", "True"),
]  # fmt: skip

SEALED = [
    guest("sealed_uncaught", """
        block(block_subprocess=True, sealed=True).__enter__()
        system("touch mark")""", "", ("mark",), code=2,
        errors=("hermetic: blocked subprocess", "policy: --no-subprocess")),
    guest("sealed_swallowed_fails_the_run", """
        block(block_subprocess=True, sealed=True, fail_on_violation=True).__enter__()
        attempt(lambda: system("touch mark"))""", SUBPROCESS, ("mark",), code=2),
    guest("sealed_for_good", """
        import sys, hermetic.guards
        with block(block_subprocess=True, sealed=True):
            pass
        hermetic.guards.uninstall_all()
        for name in [name for name in sys.modules if "hermetic" in name]:
            del sys.modules[name]
        import hermetic
        with hermetic.hermetic_blocker():
            pass
        try:
            system("touch mark")
        except RuntimeError as error:
            print(error)""", "subprocess disabled", ("mark",)),
]  # fmt: skip

CASES = COMMAND + FILES + PROCESSES + SEALED
