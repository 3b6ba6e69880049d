"""What pip installs under hermetic-python: wheels with C and C++ in them, and
source packages that are built. Skipped where no package index answers."""

from __future__ import annotations

from pathlib import Path

from world import Check, Failed, Skipped, World, expect, expect_in

C_SOURCE = """#include <Python.h>
static PyObject* answer(PyObject* self, PyObject* args) { return PyLong_FromLong(42); }
static PyMethodDef methods[] = {{"answer", answer, METH_NOARGS, 0}, {0}};
static PyModuleDef module = {PyModuleDef_HEAD_INIT, "built", 0, -1, methods};
PyMODINIT_FUNC PyInit_built(void) { return PyModule_Create(&module); }
"""

CXX_SOURCE = """#include <Python.h>
#include <string>
#include <vector>
static PyObject* answer(PyObject*, PyObject*) {
  try { std::vector<int>().at(7); }
  catch (const std::exception& error) { return PyUnicode_FromString("caught"); }
  return nullptr;
}
static PyMethodDef methods[] = {{"answer", answer, METH_NOARGS, nullptr}, {}};
static PyModuleDef module = {PyModuleDef_HEAD_INIT, "builtxx", nullptr, -1, methods};
PyMODINIT_FUNC PyInit_builtxx() { return PyModule_Create(&module); }
"""

SETUP = """from setuptools import Extension, setup
setup(name="built", version="1", ext_modules=[
    Extension("built", ["built.c"]), Extension("builtxx", ["builtxx.cc"])])
"""

CODE = "import built, builtxx; print(built.answer(), builtxx.answer())"


def no_index(stderr: str) -> bool:
    return "No matching distribution" in stderr or "Connection" in stderr


def with_packages(world: World, *packages: str, creator: Path | None = None) -> Path:
    """An environment with `packages` from the index, made by `creator` or by us."""
    environment = world.make(creator or world.binary, "-m", "venv", name="tools", pip=True)
    python = environment / "bin/python"
    run = world.run(python, "-m", "pip", "install", "-q", *packages)
    if run.status != 0 and no_index(run.stderr):
        raise Skipped(f"no package index has {' '.join(packages)}")
    if run.status != 0:
        raise Failed(run.stderr)
    return environment


def a_wheel_with_c_code_works(world: World) -> None:
    environment = with_packages(world, "markupsafe")
    code = "import markupsafe._speedups as s; print(s.__file__)"
    expect_in(str(environment), world.output(environment / "bin/python", "-c", code))


def a_wheel_with_cxx_code_works(world: World) -> None:
    environment = with_packages(world, "kiwisolver")
    code = (
        "import kiwisolver as k; s = k.Solver(); x = k.Variable('x');"
        " s.addConstraint(x == 7); s.updateVariables(); print(x.value())\n"
        "try: s.addConstraint(x == 8)\n"
        "except k.UnsatisfiableConstraint: print('thrown')"
    )
    expect(world.output(environment / "bin/python", "-c", code), "7.0\nthrown\n")


def write_source(world: World) -> None:
    world.write("source/setup.py", SETUP)
    world.write("source/built.c", C_SOURCE)
    world.write("source/builtxx.cc", CXX_SOURCE)


def a_source_package_is_built(world: World) -> None:
    environment = with_packages(world, "setuptools", "wheel")
    write_source(world)
    options = ("install", "-q", "--no-build-isolation", "--no-deps", "./source")
    world.output(environment / "bin/pip", *options)
    expect(world.output(environment / "bin/python", "-c", CODE), "42 caught\n")


def a_source_package_is_built_in_isolation(world: World) -> None:
    # Not setuptools, which may be there before pip has asked an index for anything.
    environment = with_packages(world, "wheel")
    world.write("source/pyproject.toml", '[build-system]\nrequires = ["setuptools"]\n')
    write_source(world)
    world.output(environment / "bin/pip", "install", "-q", "./source")
    expect(world.output(environment / "bin/python", "-c", CODE), "42 caught\n")


def pytest_of_the_environment_runs_under_its_policy(world: World) -> None:
    environment = with_packages(world, "pytest")
    (environment / "hermetic.toml").write_text("no_subprocess = true\n")
    world.write(
        "test_it.py",
        "import os\ndef test_fine(): pass\ndef test_blocked(): os.system('exit 3')\n",
    )
    run = world.run(environment / "bin/pytest", "-q", "-p", "no:cacheprovider", "test_it.py")
    expect_in("1 failed, 1 passed", run.stdout)
    expect_in("subprocess", run.stdout)


def what_pip_installs_into_their_environment_finds_it_again(world: World) -> None:
    """pip writes sys.executable, which is ours, into the scripts."""
    with_packages(world, "pygments")  # Tells whether there is an index.
    environment = world.make(world.python, "-m", "venv", pip=True, name="theirs")
    active = {"VIRTUAL_ENV": environment}
    world.output(world.binary, "-m", "pip", "install", "-q", "pygments", environment=active)
    script = environment / "bin/pygmentize"
    expect_in(world.binary.name, script.read_text().splitlines()[0])
    expect_in("Pygments version", world.output(script, "-V"))


CHECKS: tuple[Check, ...] = (
    a_wheel_with_c_code_works,
    a_wheel_with_cxx_code_works,
    a_source_package_is_built,
    a_source_package_is_built_in_isolation,
    pytest_of_the_environment_runs_under_its_policy,
    what_pip_installs_into_their_environment_finds_it_again,
)
