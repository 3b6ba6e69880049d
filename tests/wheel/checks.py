"""What is expected of an installed wheel. Each raises Failed, or NoIndex to be
skipped."""

from __future__ import annotations

import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from installed import ROOT, Failed, Installed, run
from packages import NoIndex, environment

USER_PROGRAM = ROOT / "tests" / "wheel" / "user_program.py"
WRONG_PROGRAM = """
import hermetic
from hermetic.blocker import BlockConfig, hermetic_blocker

reveal_type(hermetic.violations()[0].guard)
hermetic_blocker(block_nothing=True)
BlockConfig(max_cpu="long")
"""
# What both checkers say of it.
WRONG = ('"block_nothing"', '"max_cpu"', '"str"')


def holds_its_files(installed: Installed) -> None:
    names = zipfile.ZipFile(installed.wheel).namelist()
    tag = installed.version.replace(".", "")
    for wanted in ("hermetic/__init__.py", "hermetic/py.typed", "_hermetic-stubs/__init__.pyi"):
        if wanted not in names:
            raise Failed(f"{wanted} is not there")
    extensions = [name for name in names if name.endswith(".so")]
    if len(extensions) != 1 or not extensions[0].startswith(f"_hermetic.cpython-{tag}-"):
        raise Failed(f"extension modules: {extensions}")


def shows_and_needs_little(installed: Installed) -> None:
    (extension,) = installed.venv.glob("lib/python*/site-packages/_hermetic.*.so")
    shown = [line.split()[-1] for line in run("nm", "-D", "--defined-only", extension).splitlines()]
    if shown != ["PyInit__hermetic"]:
        raise Failed(f"exported: {shown}")
    needed = run("readelf", "-d", extension)
    for library in ("libpython", "libstdc++", "libgcc", "libabsl"):
        if library in needed:
            raise Failed(f"needs {library}")


def has_a_command(installed: Installed) -> None:
    command = installed.venv / "bin" / "hermetic"
    if not run(command, "--version").startswith("hermetic "):
        raise Failed("no version")
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        (directory / "script.py").write_text("print('begun'); open('mark', 'w')")
        told = run(command, "--fs-readonly", "--", "./script.py", code=2, cwd=directory)
        if "begun" not in told or "filesystem readonly: mark" not in told:
            raise Failed(told)
        if (directory / "mark").exists():
            raise Failed("the script has written a file")


def offers_the_pytest_plugin(installed: Installed) -> None:
    told = run(
        installed.python, "-c",
        "from importlib.metadata import entry_points as e; print(e(group='pytest11'))",
    )  # fmt: skip
    if "hermetic.pytest_plugin" not in told:
        raise Failed(told)


def is_typed(installed: Installed) -> None:
    tools = environment(installed.base, "types", ["mypy", "pyright[nodejs]"]) / "bin"
    with tempfile.TemporaryDirectory() as name:
        wrong = Path(name, "wrong.py")
        wrong.write_text(WRONG_PROGRAM)
        _check_by_mypy(installed, tools, wrong)
        _check_by_pyright(installed, tools, wrong)


def _check_by_mypy(installed: Installed, tools: Path, wrong: Path) -> None:
    mypy = (
        tools / "mypy", "--strict", "--no-incremental", "--cache-dir", wrong.parent,
        "--python-executable", installed.python,
    )  # fmt: skip
    run(*mypy, USER_PROGRAM, cwd=wrong.parent)
    told = run(*mypy, wrong, code=1, cwd=wrong.parent)
    if any(text not in told for text in (*WRONG, "Found 2 errors")) or '"Any"' in told:
        raise Failed(told)


def _check_by_pyright(installed: Installed, tools: Path, wrong: Path) -> None:
    pyright = (tools / "pyright", "--pythonpath", installed.python)
    try:
        run(tools / "pyright", "--version")
    except Failed as reason:
        raise NoIndex(f"pyright cannot be had: {reason}") from None
    # What checks one file does so by the basic rules, unless a configuration is near.
    run(*pyright, shutil.copy(USER_PROGRAM, wrong.parent), cwd=wrong.parent)
    told = run(*pyright, wrong, code=1, cwd=wrong.parent)
    if any(text not in told for text in (*WRONG, "2 errors")):
        raise Failed(told)


def passes_the_api_tests(installed: Installed) -> None:
    run(installed.python, USER_PROGRAM)
    run(
        sys.executable, ROOT / "tests" / "api" / "run.py", "--binary", installed.python,
        "--python", installed.base,
    )  # fmt: skip


CHECKS: list[Callable[[Installed], None]] = [
    holds_its_files, shows_and_needs_little, has_a_command, offers_the_pytest_plugin, is_typed,
    passes_the_api_tests,
]  # fmt: skip
