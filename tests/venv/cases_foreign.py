"""Scripts whose interpreter is another Python. python3.4 stands in for one: a
shell script of that name, so that no other version has to be installed."""

from __future__ import annotations

import shutil
from pathlib import Path

from world import Check, Skipped, World, expect, expect_in

SCRIPT = "import os, sys; print(sys.argv[1:], sys.flags.dont_write_bytecode, os.getpid())\n"
CONNECT = "import socket; socket.socket()\n"


def other_python(world: World) -> Path:
    return world.write("other/bin/python3.4", f'#!/bin/sh\nexec {world.python} "$@"\n', 0o755)


def tool(world: World, code: str = SCRIPT, options: str = "") -> Path:
    return world.write("tool", f"#!{other_python(world)}{options}\n{code}", 0o755)


def it_is_run_by_its_own_interpreter(world: World) -> None:
    script = tool(world, options=" -B")
    text = world.output(world.hermetic, "--", script, "-x", "y")
    expect_in("['-x', 'y'] 1 ", text)
    target = world.output(world.hermetic, "--print-target", "--", script)
    expect_in("kind: script of another Python\n", target)
    expect_in("interpreter version: 3.4\n", target)


def its_exit_code_is_kept(world: World) -> None:
    expect(world.run(world.hermetic, "--", tool(world, "raise SystemExit(7)\n")).status, 7)


def the_kernel_holds_the_policy(world: World) -> None:
    script = tool(world, CONNECT)
    expect(world.run(world.hermetic, "--", script).status, 0)
    run = world.run(world.hermetic, "--no-network", "--", script)
    if "kernel" in run.stderr:
        raise Skipped(run.stderr.strip())
    expect(run.status, 1)
    expect_in("PermissionError", run.stderr)


def what_the_kernel_cannot_hold_is_refused(world: World) -> None:
    script = tool(world, "open('ran', 'w')\n")
    for option in ("--no-code-exec", "--no-subprocess", "--deny-import=json", "--trace"):
        run = world.run(world.hermetic, "--no-network", option, "--", script)
        expect((run.status, run.stdout), (1, ""), option)
        expect_in(option.partition("=")[0], run.stderr)
        expect(run.stderr.count("\n"), 1, run.stderr)
    expect((world.scratch / "ran").exists(), False)


def a_hermetic_python_of_its_version_beside_ours_runs_it(world: World) -> None:
    script = tool(world)
    binary = Path(shutil.copy(world.binary, world.scratch / "hermetic-python"))
    (world.scratch / "hermetic").symlink_to(binary)
    world.write("hermetic-python3.4", '#!/bin/sh\necho sibling "$@"\n', 0o755)
    text = world.output(world.scratch / "hermetic", "--no-code-exec", "--", script, "x")
    expect(text, f"sibling --no-code-exec -- {script} x\n")


def a_link_to_ourselves_is_no_sibling(world: World) -> None:
    script = tool(world)
    binary = Path(shutil.copy(world.binary, world.scratch / "hermetic-python"))
    (world.scratch / "hermetic").symlink_to(binary)
    (world.scratch / "hermetic-python3.4").symlink_to(binary)
    expect_in("['x'] 0 ", world.output(world.scratch / "hermetic", "--", script, "x"))


def the_policy_of_its_environment_holds(world: World) -> None:
    python = world.scratch / "env/bin/python"
    python.parent.mkdir(parents=True)
    python.symlink_to(other_python(world))
    world.write("env/pyvenv.cfg", f"home = {world.scratch}/other/bin\nversion = 3.4.1\n")
    world.write("env/hermetic.toml", "no_code_exec = true\n")
    script = world.write("env/bin/tool", f"#!{python}\n{SCRIPT}", 0o755)
    run = world.run(world.hermetic, "--", script)
    expect(run.status, 1)
    expect_in("--no-code-exec", run.stderr)


CHECKS: tuple[Check, ...] = (
    it_is_run_by_its_own_interpreter,
    its_exit_code_is_kept,
    the_kernel_holds_the_policy,
    what_the_kernel_cannot_hold_is_refused,
    a_hermetic_python_of_its_version_beside_ours_runs_it,
    a_link_to_ourselves_is_no_sibling,
    the_policy_of_its_environment_holds,
)
