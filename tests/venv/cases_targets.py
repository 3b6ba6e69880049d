"""Targets: console scripts as under their own python, module:attr, bad ones."""

from __future__ import annotations

import os
from pathlib import Path

from world import Check, Run, World, expect, expect_in

SYSTEM = "import os; os.system('exit 3')"


def console_script(world: World) -> tuple[Path, Path]:
    environment = world.make(world.python, "-m", "venv")
    return environment, world.install(environment, environment / "bin/python")


def seen(run: Run) -> tuple[int, str, str]:
    return run.status, run.stdout, run.stderr


def a_console_script_runs_as_under_its_own_python(world: World) -> None:
    environment, script = console_script(world)
    on_path = {"PATH": f"{environment}/bin:/usr/bin:/bin"}
    active = {"VIRTUAL_ENV": environment}
    for argument in ("text", "seven", "none", "raise"):
        want = seen(world.run(script, argument))
        for command, variables in (
            ([world.binary, script], {}),
            ([world.hermetic, "--", script], {}),
            ([world.hermetic, "--", "tool"], on_path),
            ([world.binary, "tool"], active),
            ([world.hermetic, "--venv", environment, "--", "tool"], {}),
        ):
            got = seen(world.run(*command, argument, environment=variables))
            expect(got, want, f"{command} {argument}")


def a_tool_linked_elsewhere_finds_its_environment(world: World) -> None:
    _, script = console_script(world)
    link = world.scratch / "bin/tool"
    link.parent.mkdir()
    link.symlink_to(script)
    want = seen(world.run(link, "seven"))
    expect(seen(world.run(world.binary, link, "seven")), want)
    variables = {"PATH": f"{link.parent}:/usr/bin:/bin"}
    expect(seen(world.run(world.hermetic, "--", "tool", "seven", environment=variables)), want)


def an_entry_point_without_a_file_runs_alike(world: World) -> None:
    environment, script = console_script(world)
    want = {argument: seen(world.run(script, argument)) for argument in ("text", "seven", "none")}
    script.unlink()
    for argument, outcome in want.items():
        run = world.run(world.binary, "--venv", environment, "tool", argument)
        expect(seen(run), outcome, argument)
    run = world.run(world.binary, "--venv", environment, "tool", "raise")
    expect(run.stderr.count('File "'), 2, run.stderr)


def a_script_pip_made_for_a_long_path_runs(world: World) -> None:
    environment, script = console_script(world)
    body = script.read_text().partition("\n")[2]
    script.write_text(f"#!/bin/sh\n'''exec' {environment}/bin/python \"$0\" \"$@\"\n' '''\n{body}")
    expect(seen(world.run(world.hermetic, "--", script, "seven")), seen(world.run(script, "seven")))


def options_in_the_first_line_count(world: World) -> None:
    code = "import os, sys; print(sys.flags.dont_write_bytecode, os.environ['A'])\n"
    script = world.write("s", f"#!/usr/bin/env -S A=1 python3 -B\n{code}", 0o755)
    expect(world.output(world.hermetic, "--", script), "1 1\n")


def an_attribute_is_called(world: World) -> None:
    world.write("mod.py", "import sys\nclass A:\n    def run(): print(sys.argv); return 'said'\n")
    run = world.run(world.hermetic, "--", "mod:A.run", "-x", "y")
    expect(seen(run), (1, "['mod:A.run', '-x', 'y']\n", "said\n"))
    expect(seen(world.run(world.binary, "mod:A.run", "-x", "y")), seen(run))


def an_attribute_that_is_no_callable_means_the_module(world: World) -> None:
    world.write("mod.py", "import sys\nx = 1\nprint(__name__, sys.argv)\n")
    run = world.run(world.hermetic, "--", "mod:x", "y")
    expect(seen(run), (0, "mod ['mod:x', 'y']\n__main__ ['mod:x', 'y']\n", ""))


def an_error_inside_an_attribute_is_a_traceback(world: World) -> None:
    world.write("mod.py", "import nosuch\n")
    run = world.run(world.hermetic, "--", "mod:x")
    expect(run.status, 1)
    expect_in(f'File "{world.scratch}/mod.py", line 1, in <module>', run.stderr)


def targets_that_are_none_get_one_line(world: World) -> None:
    os.mkfifo(world.scratch / "fifo")
    world.write("run.sh", "#!/bin/bash\n", 0o755)
    (world.scratch / "empty").mkdir()
    for word, reason in (
        ("no-such-tool", "PATH"),
        ("./gone.py", "no such file"),
        ("./fifo", "FIFO"),
        ("/bin/true", "binary"),
        ("./run.sh", "/bin/bash"),
        ("./empty", "__main__.py"),
        ("nosuch:main", "No module named"),
        ("json:nosuch", "has no attribute"),
    ):
        run = world.run(world.hermetic, "--", word)
        expect((run.status, run.stdout), (1, ""), word)
        expect(run.stderr.count("\n"), 1, run.stderr)
        expect_in(word, run.stderr)
        expect_in(reason, run.stderr)
    expect(world.run(world.binary, "--no-network", "fifo").status, 1)


def names_that_are_no_text_work(world: World) -> None:
    script = os.fsencode(world.scratch) + b"/caf\xe9.py"
    Path(os.fsdecode(script)).write_text("import sys; print(ascii(sys.argv))\n")
    for command in ([world.binary], [world.hermetic, "--"]):
        expect_in("caf\\udce9.py", world.output(*command, os.fsdecode(script)))


def print_target_tells_what_and_why(world: World) -> None:
    environment, script = console_script(world)
    script.unlink()
    text = world.output(world.binary, "--venv", environment, "--print-target", "tool")
    for line in (
        "kind: console script",
        f"path: {script}",
        "module: tool",
        "attribute: main",
        f"virtual environment: {environment}",
    ):
        expect_in(f"{line}\n", text)


def resolving_runs_nothing(world: World) -> None:
    world.write("mod.py", "open('ran', 'w')\n")
    world.write("pkg/__init__.py", "open('ran', 'w')\n")
    for word in ("mod:main", "pkg", "pkg:main", "mod.py"):
        world.output(world.hermetic, "--print-target", "--", word)
    expect((world.scratch / "ran").exists(), False)


def a_guarded_console_script_is_guarded(world: World) -> None:
    environment, script = console_script(world)
    (world.site(environment) / "tool.py").write_text(f"def main(): {SYSTEM}\n")
    expect(world.run(world.hermetic, "--no-subprocess", "--", script).status, 2)
    script.unlink()
    active = {"VIRTUAL_ENV": environment}
    run = world.run(world.hermetic, "--no-subprocess", "--", "tool", environment=active)
    expect(run.status, 2)


CHECKS: tuple[Check, ...] = (
    a_console_script_runs_as_under_its_own_python,
    a_tool_linked_elsewhere_finds_its_environment,
    an_entry_point_without_a_file_runs_alike,
    a_script_pip_made_for_a_long_path_runs,
    options_in_the_first_line_count,
    an_attribute_is_called,
    an_attribute_that_is_no_callable_means_the_module,
    an_error_inside_an_attribute_is_a_traceback,
    targets_that_are_none_get_one_line,
    names_that_are_no_text_work,
    print_target_tells_what_and_why,
    resolving_runs_nothing,
    a_guarded_console_script_is_guarded,
)
