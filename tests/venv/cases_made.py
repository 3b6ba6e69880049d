"""Environments that hermetic-python makes, with and without a policy."""

from __future__ import annotations

from world import Check, World, expect, expect_in, expect_same_file

SYSTEM = "import os; os.system('exit 3')"


def every_name_in_bin_is_hermetic_python(world: World) -> None:
    environment = world.make(world.binary, "-m", "venv")
    for name in ("python", "python3", f"python{world.version}"):
        executable, prefix, _, base = world.who(environment / "bin" / name)
        expect(executable, str(environment / "bin" / name))
        expect(prefix, str(environment))
        expect_same_file(base, world.binary)


def copies_are_hermetic_python(world: World) -> None:
    environment = world.make(world.binary, "-m", "venv", "--copies")
    python = environment / "bin/python"
    expect(python.is_symlink(), False)
    run = world.run(python, "--no-subprocess", "-c", SYSTEM)
    expect(run.status, 2)


def a_nested_environment_keeps_hermetic_python(world: World) -> None:
    outer = world.make(world.binary, "-m", "venv", name="outer")
    inner = world.make(outer / "bin/python", "-m", "venv", name="inner")
    _, prefix, _, base = world.who(inner / "bin/python")
    expect(prefix, str(inner))
    expect_same_file(base, world.binary)


def the_policy_is_written_and_holds(world: World) -> None:
    options = ("--no-subprocess", "--fs-readonly", "--allow-write=data")
    made = world.make(world.binary, *options, "-m", "venv")
    text = (made / "hermetic.toml").read_text()
    expect_in("no_subprocess = true", text)
    expect_in(str(world.scratch / "data"), text)  # Absolute: it holds from anywhere.
    for name in ("python", "python3"):
        run = world.run(made / "bin" / name, "-c", SYSTEM)
        expect(run.status, 2)
        expect_in(f"{made}/hermetic.toml", run.stderr)
    expect(world.run(world.binary, "-c", SYSTEM).status, 0, "outside of it")


def a_profile_is_written_too(world: World) -> None:
    environment = world.make(world.binary, "--profile", "exec-deny", "-m", "venv")
    expect(world.run(environment / "bin/python", "-c", SYSTEM).status, 2)


def the_policy_does_not_hinder_the_making(world: World) -> None:
    strict = ("--fs-readonly", "--no-subprocess", "--no-network")
    environment = world.make(world.binary, *strict, "-m", "venv", pip=True)
    expect_in("no_network = true", (environment / "hermetic.toml").read_text())
    expect_in(str(environment), world.output(environment / "bin/pip", "--version"))


def scripts_of_the_environment_run_under_its_policy(world: World) -> None:
    environment = world.make(world.binary, "--no-subprocess", "-m", "venv")
    script = world.install(environment, environment / "bin/python")
    world.write(str((world.site(environment) / "tool.py").relative_to(world.scratch)), SYSTEM)
    for command in ([script], [world.binary, script], [world.hermetic, "--", script]):
        run = world.run(*command)
        expect(run.status, 2)
        expect_in("blocked subprocess", run.stderr)


def without_a_policy_no_file_is_written(world: World) -> None:
    environment = world.make(world.binary, "-m", "venv")
    expect((environment / "hermetic.toml").exists(), False)


def arguments_and_errors_of_venv_stay_the_same(world: World) -> None:
    guarded = world.run(world.binary, "--no-network", "-m", "venv")
    plain = world.run(world.binary, "-m", "venv")
    expect((guarded.status, guarded.stdout, guarded.stderr), (2, plain.stdout, plain.stderr))


def a_policy_of_the_environment_itself_holds_while_another_is_made(world: World) -> None:
    outer = world.make(world.binary, "--no-subprocess", "-m", "venv", name="outer")
    run = world.run(outer / "bin/python", "--no-network", "-m", "venv", world.scratch / "inner")
    expect(run.status == 0, False)  # pip is installed by a child.
    expect((world.scratch / "inner/hermetic.toml").exists(), False)


CHECKS: tuple[Check, ...] = (
    every_name_in_bin_is_hermetic_python,
    copies_are_hermetic_python,
    a_nested_environment_keeps_hermetic_python,
    the_policy_is_written_and_holds,
    a_profile_is_written_too,
    the_policy_does_not_hinder_the_making,
    scripts_of_the_environment_run_under_its_policy,
    without_a_policy_no_file_is_written,
    arguments_and_errors_of_venv_stay_the_same,
    a_policy_of_the_environment_itself_holds_while_another_is_made,
)
