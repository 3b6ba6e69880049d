"""sys.executable must lead back to hermetic-python, however it was called:
what python3 gets wrong here would let children run unguarded."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

WHO = "import sys; print(sys.executable)"
BASE = "import sys; print(sys._base_executable)"

# argv[0] that names no file, or another program.
ODD_ARGV0 = ("", " ", "python3", "-", "nosuch", "./nosuch", "/usr/bin/python3", "sub/", "/", "sh")


def answer(executable: Path, code: str, argv0: str | None = None, cwd: Path | None = None) -> str:
    """What `executable` prints for `code`, called as `argv0`."""
    name = str(executable) if argv0 is None else argv0
    command = [name, *(["--"] if os.path.basename(name) == "hermetic" else []), "-c", code]
    run = subprocess.run(
        command,
        executable=executable,
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout.strip() or run.stderr


def expect(got: str, want: Path) -> str:
    return "" if got == str(want) else f"{got!r} instead of {str(want)!r}"


def same_file(got: str, binary: Path) -> str:
    return "" if os.path.exists(got) and os.path.samefile(got, binary) else f"{got!r}"


def odd_argv0(argv0: str) -> Callable[[Path, Path, Path], str]:
    return lambda python, binary, scratch: expect(
        answer(binary, WHO, argv0, scratch), binary.resolve()
    )


def base_in_odd_argv0(python: Path, binary: Path, scratch: Path) -> str:
    return expect(answer(binary, BASE, "nosuch", scratch), binary.resolve())


def called_hermetic(python: Path, binary: Path, scratch: Path) -> str:
    command = binary.with_name("hermetic")
    return expect(answer(binary, WHO, str(command)), binary)


def called_hermetic_by_a_relative_path(python: Path, binary: Path, scratch: Path) -> str:
    (scratch / "hermetic").symlink_to(binary)
    (scratch / "hermetic-python").symlink_to(binary)
    return expect(answer(binary, WHO, "./hermetic", scratch), scratch / "hermetic-python")


def environment(creator: Path, directory: Path, *options: str) -> Path:
    """The python of a virtual environment made by `creator`."""
    subprocess.run([creator, "-m", "venv", "--without-pip", *options, directory], check=True)
    return directory / "bin/python"


def linked_environment(python: Path, binary: Path, scratch: Path) -> str:
    made = environment(binary, scratch / "v")
    return expect(answer(made, WHO), made) or same_file(answer(made, BASE), binary)


def copied_environment(python: Path, binary: Path, scratch: Path) -> str:
    first = environment(binary, scratch / "v", "--copies")
    second = environment(first, scratch / "w", "--copies")
    third = environment(second, scratch / "x")
    for made in (first, second, third):
        base = Path(answer(made, BASE))
        if not base.exists() or base.read_bytes() != binary.read_bytes():
            return f"the base of {made} is {base}"
    return expect(answer(second, "import sys; print(sys.prefix)"), scratch / "w")


def environment_of_python3(python: Path, binary: Path, scratch: Path) -> str:
    """An existing environment whose link was turned to hermetic-python."""
    made = environment(python, scratch / "v")
    made.unlink()
    made.symlink_to(binary)
    prefix = answer(made, "import sys; print(sys.prefix)")
    return expect(prefix, scratch / "v") or same_file(answer(made, BASE), binary)


def beside_another_library(python: Path, binary: Path, scratch: Path) -> str:
    """A standard library around the executable is not taken for ours."""
    code = "import os, sys; print(sys.prefix, os.__file__)"
    version = answer(binary, "import sys; print('python%d.%d' % sys.version_info[:2])")
    (scratch / "lib" / version / "lib-dynload").mkdir(parents=True)
    (scratch / "lib" / version / "os.py").write_text("raise SystemExit('wrong library')")
    (scratch / "bin").mkdir()
    moved = Path(shutil.copy(binary, scratch / "bin"))
    return expect(answer(moved, code), Path(answer(binary, code)))


CHECKS: dict[str, Callable[[Path, Path, Path], str]] = {
    **{f"sys.executable when called as {argv0!r}": odd_argv0(argv0) for argv0 in ODD_ARGV0},
    "sys._base_executable when called as nothing": base_in_odd_argv0,
    "sys.executable when called as hermetic": called_hermetic,
    "sys.executable when called as ./hermetic": called_hermetic_by_a_relative_path,
    "a virtual environment of links": linked_environment,
    "virtual environments of copies of copies": copied_environment,
    "a virtual environment of python3's": environment_of_python3,
    "another standard library around the executable": beside_another_library,
}
