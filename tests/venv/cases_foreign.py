"""Scripts whose interpreter is another Python. python3.14 stands in for one: a copy
of ours under that name, so that no other version has to be installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from world import Check, Run, Skipped, World, expect, expect_in

SCRIPT = "import os, sys; print(sys.argv[1:], sys.flags.dont_write_bytecode, os.getpid())\n"
CONNECT = "import socket; socket.socket().connect(('192.0.2.1', 9))\n"
LOOK_UP = "import socket; socket.getaddrinfo('example.com', 80)\n"


def other_python(world: World, name: str = "python3.14") -> Path:
    python = world.scratch / "other/bin" / name
    python.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(os.path.realpath(world.python), python)
    return python


def tool(world: World, code: str = SCRIPT, options: str = "") -> Path:
    return world.write("tool", f"#!{other_python(world)}{options}\n{code}", 0o755)


def it_is_run_by_its_own_interpreter(world: World) -> None:
    script = tool(world, options=" -B")
    text = world.output(world.hermetic, "--", script, "-x", "y")
    expect_in("['-x', 'y'] 1 ", text)
    target = world.output(world.hermetic, "--print-target", "--", script)
    expect_in("kind: script of another Python\n", target)
    expect_in("interpreter version: 3.14\n", target)


def its_exit_code_is_kept(world: World) -> None:
    expect(world.run(world.hermetic, "--", tool(world, "raise SystemExit(7)\n")).status, 7)


def needs_kernel(run: Run) -> None:
    if "kernel layer:" in run.stderr or "--kernel=require" in run.stderr:
        raise Skipped(run.stderr.strip())


def the_kernel_holds_the_policy_where_the_hook_is_kept_out(world: World) -> None:
    for option in ("-I", "-E", "-S", "-sIB"):
        script = tool(world, CONNECT, options=f" {option}")
        run = world.run(world.hermetic, "--no-network", "--", script)
        needs_kernel(run)
        expect(run.status, 1, option)
        expect_in("PermissionError", run.stderr)
        expect_in(f"-{option.strip('-sB')} keeps the hook out: kernel layer alone\n", run.stderr)


def what_only_the_hook_holds_is_named_where_it_is_kept_out(world: World) -> None:
    script = tool(world, "print(eval('1'))\n", options=" -I")
    run = world.run(world.hermetic, "--no-code-exec", "--", script)
    needs_kernel(run)
    expect(run.stdout, "1\n")
    expect_in("kernel layer alone, without --no-code-exec\n", run.stderr)
    insisting = world.run(world.hermetic, "--kernel=require", "--no-code-exec", "--", script)
    expect((insisting.status, insisting.stdout), (1, ""))
    expect_in("--no-code-exec", insisting.stderr)


# Options, a program, the type and the text of what it ends with.
REFUSED = (
    (("--no-network",), LOOK_UP, "network disabled: DNS(example.com)"),
    (("--no-network",), CONNECT, "network disabled: connect(192.0.2.1)"),
    (
        ("--no-network",),
        "import socket; socket.create_connection(('example.com', 9))",
        "network disabled: create_connection(example.com)",
    ),
    (
        ("--no-network", "--allow-localhost"),
        "import socket as s; s.socket(s.AF_INET, s.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))",
        "network disabled: sendto(192.0.2.1)",
    ),
    (
        ("--no-network",),
        "import socket as s; s.socket(s.AF_UNIX).connect('/sock')",
        "network disabled: connect(/sock)",
    ),
    (("--no-subprocess",), "import os; os.system('true')", "subprocess disabled"),
    (("--fs-readonly",), "open('made', 'w')", "filesystem readonly: "),
    (("--fs-readonly={prefix}",), "import os; os.listdir('/')", "read outside sandbox root: /"),
    (("--no-code-exec",), "eval('1')", "dynamic code execution disabled: eval"),
    (
        ("--no-code-exec",),
        "import runpy; runpy.run_module('this')",
        "dynamic code execution disabled: run_module",
    ),
    (("--no-code-exec",), "import marshal", "import blocked: marshal"),
    (("--no-environment",), "import os; os.environ['HOME']", "environment disabled"),
    (("--no-environment",), "import os; os.environ.get('HOME')", "environment disabled"),
    (("--no-environment",), "import os; os.getenv('HOME')", "environment disabled"),
    (("--no-environment",), "import os; os.environb[b'HOME']", "environment disabled"),
    (("--no-environment",), "import os; os.environ['A'] = 'b'", "environment mutation disabled"),
    (("--deny-import=json",), "import json", "import blocked: json"),
    (("--block-native",), "import ctypes", "native import blocked: ctypes"),
    (("--no-interpreter-mutation",), "import os; os.chdir('/')", "disabled: os.chdir"),
    (
        ("--no-interpreter-mutation",),
        "import sys; sys.path_importer_cache.clear()",
        "disabled: sys.path_importer_cache",
    ),
    (
        ("--no-interpreter-mutation",),
        "import site; site.addsitedir('x')",
        "disabled: site.addsitedir",
    ),
)


def the_hook_gives_our_exceptions_and_messages(world: World) -> None:
    prefix = os.path.realpath(world.python.parent.parent)  # Its libraries lie there.
    for words, code, message in REFUSED:
        options = [word.format(prefix=prefix) for word in words]
        run = world.run(world.hermetic, *options, "--", tool(world, code + "\n"))
        expect(run.status, 2, f"{options}: {run.stderr}")
        kind = "ImportViolation" if "import blocked" in message else "PolicyViolation"
        expect_in(f"hermetic.errors.{kind}: ", run.stderr)
        expect_in(message, run.stderr)


def what_is_allowed_runs_under_the_hook(world: World) -> None:
    script = tool(world, "import json, sys\nopen('made', 'w').close()\nprint(sys.argv[1:])\n")
    options = (
        "--no-network",
        "--no-code-exec",
        "--no-environment",
        "--fs-readonly",
        "--allow-write=.",
    )
    expect(world.output(world.hermetic, *options, "--", script, "x"), "['x']\n")


def what_the_library_only_tries_fails_as_it_expects(world: World) -> None:
    code = (
        "import ctypes.util, errno, platform, socket, uuid\n"
        "print(socket.socket().connect_ex(('192.0.2.1', 9)) == errno.EACCES)\n"
        "print(ctypes.util.find_library('c'), platform.processor() is not None)\n"
        "print(socket.has_dualstack_ipv6(), socket.getaddrinfo(None, 80)[0][4][1])\n"
        "print(uuid.uuid1().version)\n"
        "compile('1', '', 'eval', flags=0x400)\n"
    )
    options = ("--no-network", "--no-subprocess", "--no-code-exec")
    text = world.output(world.hermetic, *options, "--", tool(world, code))
    expect(text, "True\nNone True\nFalse 80\n1\n")
    code = "import tempfile\ntry: tempfile.gettempdir()\nexcept FileNotFoundError: print('none')\n"
    expect(world.output(world.hermetic, "--fs-readonly", "--", tool(world, code)), "none\n")


def a_python_without_audit_hooks_is_held_by_the_kernel(world: World) -> None:
    python = other_python(world, "python2.7")
    script = world.write("tool", f"#!{python}\nprint('ran')\n", 0o755)
    run = world.run(world.hermetic, "--no-network", "--", script)
    needs_kernel(run)
    expect((run.status, run.stdout), (0, "ran\n"))
    expect_in("version 2.7 keeps the hook out: kernel layer alone\n", run.stderr)


def no_other_program_is_started_by_native_code(world: World) -> None:
    code = "import os\nos.posix_spawn('/bin/true', ['true'], {})\n"
    script = tool(world, code, options=" -I")
    run = world.run(world.hermetic, "--no-subprocess", "--", script)
    needs_kernel(run)
    expect(run.status, 1)
    expect_in("PermissionError", run.stderr)


def the_users_own_sitecustomize_runs_guarded(world: World) -> None:
    world.write("own/sitecustomize.py", "print('own')\n" + LOOK_UP)
    run = world.run(
        *(world.hermetic, "--no-network", "--", tool(world, "print('after')\n")),
        environment={"PYTHONPATH": world.scratch / "own"},
    )
    expect(run.stdout, "own\nafter\n")
    expect_in("network disabled: DNS(example.com)", run.stderr)


def the_directory_of_the_hook_is_removed(world: World) -> None:
    temporary = world.scratch / "temporary"
    temporary.mkdir()
    for code, status in (("print(1)", 0), ("raise SystemExit(7)", 7), ("open('x', 'w')", 2)):
        run = world.run(
            *(world.hermetic, "--fs-readonly", "--", tool(world, code + "\n")),
            environment={"TMPDIR": temporary},
        )
        expect(run.status, status, run.stderr)
    expect(list(temporary.iterdir()), [])


def signals_reach_it_and_its_end_is_ours(world: World) -> None:
    wait = "import time\nprint(flush=True)\ntime.sleep(60)\n"
    handle = f"import signal\nsignal.signal(15, lambda *_: exit(3))\n{wait}"
    for code, status in ((wait, -signal.SIGTERM), (handle, 3)):
        process = subprocess.Popen(
            [world.hermetic, "--no-code-exec", "--", tool(world, code)], stdout=subprocess.PIPE
        )
        with process:
            assert process.stdout is not None
            process.stdout.readline()
            process.terminate()
            expect(process.wait(30), status)


def what_nothing_can_hold_is_refused(world: World) -> None:
    script = tool(world, "open('ran', 'w')\n")
    for option in ("--report=r", "--kernel=off --max-memory=1G", "--fail-on-violation"):
        run = world.run(world.hermetic, "--no-network", *option.split(), "--", script)
        expect((run.status, run.stdout), (1, ""), option)
        expect_in(option.split()[-1].partition("=")[0], run.stderr)
        expect(run.stderr.count("\n"), 1, run.stderr)
    expect((world.scratch / "ran").exists(), False)


def a_hermetic_python_of_its_version_beside_ours_runs_it(world: World) -> None:
    script = tool(world)
    binary = Path(shutil.copy(world.binary, world.scratch / "hermetic-python"))
    (world.scratch / "hermetic").symlink_to(binary)
    world.write("hermetic-python3.14", '#!/bin/sh\necho sibling "$@"\n', 0o755)
    text = world.output(world.scratch / "hermetic", "--no-code-exec", "--", script, "x")
    expect(text, f"sibling --no-code-exec -- {script} x\n")


def a_link_to_ourselves_is_no_sibling(world: World) -> None:
    script = tool(world)
    binary = Path(shutil.copy(world.binary, world.scratch / "hermetic-python"))
    (world.scratch / "hermetic").symlink_to(binary)
    (world.scratch / "hermetic-python3.14").symlink_to(binary)
    expect_in("['x'] 0 ", world.output(world.scratch / "hermetic", "--", script, "x"))


def the_policy_of_its_environment_holds(world: World) -> None:
    python = world.scratch / "env/bin/python"
    python.parent.mkdir(parents=True)
    python.symlink_to(other_python(world))
    world.write("env/pyvenv.cfg", f"home = {world.scratch}/other/bin\nversion = 3.14.1\n")
    world.write("env/hermetic.toml", "no_code_exec = true\n")
    script = world.write("env/bin/tool", f"#!{python}\neval('1')\n", 0o755)
    run = world.run(world.hermetic, "--", script)
    expect(run.status, 2)
    expect_in("dynamic code execution disabled", run.stderr)


CHECKS: tuple[Check, ...] = (
    it_is_run_by_its_own_interpreter,
    its_exit_code_is_kept,
    the_kernel_holds_the_policy_where_the_hook_is_kept_out,
    what_only_the_hook_holds_is_named_where_it_is_kept_out,
    the_hook_gives_our_exceptions_and_messages,
    what_is_allowed_runs_under_the_hook,
    what_the_library_only_tries_fails_as_it_expects,
    a_python_without_audit_hooks_is_held_by_the_kernel,
    no_other_program_is_started_by_native_code,
    the_users_own_sitecustomize_runs_guarded,
    the_directory_of_the_hook_is_removed,
    signals_reach_it_and_its_end_is_ours,
    what_nothing_can_hold_is_refused,
    a_hermetic_python_of_its_version_beside_ours_runs_it,
    a_link_to_ourselves_is_no_sibling,
    the_policy_of_its_environment_holds,
)
