"""Environments that python3, virtualenv or uv made, used by hermetic-python."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from world import WHO, Check, World, expect, expect_in, expect_same_file

CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-I', '-c', {WHO!r}], check=True)"


def expect_packages(world: World, environment: Path) -> None:
    """By --venv and by VIRTUAL_ENV, in this process and in its children."""
    ways: tuple[tuple[list[str | Path], Mapping[str, Path]], ...] = (
        (["--venv", environment], {}),
        ([], {"VIRTUAL_ENV": environment}),
    )
    for options, variables in ways:
        for code in (WHO, CHILD):
            command = [world.binary, *options, "-c", code]
            lines = world.output(*command, environment=variables).splitlines()
            expect_same_file(lines[0], world.binary)
            expect(lines[1], str(environment))
            expect_same_file(lines[3], world.binary)


def of_python3(world: World) -> None:
    expect_packages(world, world.make(world.python, "-m", "venv"))


def of_python3_by_copies(world: World) -> None:
    expect_packages(world, world.make(world.python, "-m", "venv", "--copies"))


def of_python3_with_a_link_turned_to_us(world: World) -> None:
    environment = world.make(world.python, "-m", "venv")
    link = environment / "bin/python"
    link.unlink()
    link.symlink_to(world.binary)
    executable, prefix, _, base = world.who(link)
    expect((executable, prefix), (str(link), str(environment)))
    expect_same_file(base, world.binary)


def made_by(world: World, tool: str, *command: str) -> Path:
    """By a tool from the package index."""
    from cases_packages import with_packages

    tools = with_packages(world, tool, creator=world.python)
    directory = world.scratch / f"by {tool}"
    world.output(tools / "bin" / tool, *command, directory)
    return directory


def of_virtualenv(world: World) -> None:
    expect_packages(world, made_by(world, "virtualenv", "--python", str(world.python)))


def of_uv(world: World) -> None:
    expect_packages(world, made_by(world, "uv", "venv", "--python", str(world.python)))


def system_packages_are_seen_only_where_they_are_let_in(world: World) -> None:
    code = "import site, sys; print(sorted(set(site.getsitepackages()) & set(sys.path)))"
    for options in ([], ["--system-site-packages"]):
        name = "open" if options else "closed"
        environment = world.make(world.python, "-m", "venv", *options, name=name)
        theirs = world.output(environment / "bin/python", "-c", code)
        expect(world.output(world.binary, "--venv", environment, "-c", code), theirs)


def the_option_beats_the_variable(world: World) -> None:
    one = world.make(world.python, "-m", "venv", name="one")
    two = world.make(world.python, "-m", "venv", name="two")
    lines = world.who(world.binary, "--venv", two, environment={"VIRTUAL_ENV": one})
    expect(lines[1], str(two))


def an_own_link_beats_the_variable(world: World) -> None:
    one = world.make(world.python, "-m", "venv", name="one")
    two = world.make(world.binary, "-m", "venv", name="two")
    lines = world.who(two / "bin/python", environment={"VIRTUAL_ENV": one})
    expect(lines[1], str(two))


def a_stale_variable_is_no_environment(world: World) -> None:
    plain = world.who(world.binary)
    expect(world.who(world.binary, environment={"VIRTUAL_ENV": world.scratch / "gone"}), plain)


def an_option_that_names_none_is_an_error(world: World) -> None:
    for name, reason in (("gone", "no virtual environment"), (".", "no virtual environment")):
        run = world.run(world.binary, "--venv", name, "-c", "print('ran')")
        expect((run.status, run.stdout), (1, ""))
        expect_in(f"'{name}'", run.stderr)
        expect_in(reason, run.stderr)
        expect(run.stderr.count("\n"), 1)


def an_environment_of_another_version_is_an_error(world: World) -> None:
    environment = world.make(world.python, "-m", "venv")
    (environment / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.4.1\n")
    run = world.run(world.binary, "--venv", environment, "-c", "print('ran')")
    expect((run.status, run.stdout), (1, ""))
    expect_in("3.4", run.stderr)


def children_stay_guarded(world: World) -> None:
    environment = world.make(world.python, "-m", "venv")
    code = "import os; os.system('exit 3')"
    run = world.run(world.binary, "--venv", environment, "--no-subprocess", "-c", code)
    expect(run.status, 2)


def its_policy_file_holds(world: World) -> None:
    environment = world.make(world.python, "-m", "venv")
    (environment / "hermetic.toml").write_text("no_subprocess = true\n")
    code = "import os; os.system('exit 3')"
    run = world.run(world.binary, "--venv", environment, "-c", code)
    expect(run.status, 2)
    run = world.run(world.binary, "-c", code, environment={"VIRTUAL_ENV": environment})
    expect(run.status, 2)


CHECKS: tuple[Check, ...] = (
    of_python3,
    of_python3_by_copies,
    of_python3_with_a_link_turned_to_us,
    of_virtualenv,
    of_uv,
    system_packages_are_seen_only_where_they_are_let_in,
    the_option_beats_the_variable,
    an_own_link_beats_the_variable,
    a_stale_variable_is_no_environment,
    an_option_that_names_none_is_an_error,
    an_environment_of_another_version_is_an_error,
    children_stay_guarded,
    its_policy_file_holds,
)
