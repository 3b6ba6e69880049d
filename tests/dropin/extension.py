"""What extension modules meet: the symbols the executable exports, and two C++
runtimes in one process."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

SOURCE = r"""
#include <Python.h>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <typeinfo>
struct Own : std::runtime_error { using runtime_error::runtime_error; };
static PyObject* run(PyObject*, PyObject*) {
  std::string caught;
  try { throw Own("own"); } catch (const std::exception& e) { caught += e.what(); }
  try { std::string().at(7); } catch (const std::out_of_range&) { caught += " range"; }
  try { (void)std::stoi("x"); } catch (const std::invalid_argument&) { caught += " stoi"; }
  std::thread([&] { try { throw 5; } catch (int n) { caught += " " + std::to_string(n); } }).join();
  std::ostringstream out; out << caught << ' ' << 1.5 << ' ' << typeid(Own).name();
  return PyUnicode_FromString(out.str().c_str());
}
static PyMethodDef methods[] = {{"run", run, METH_NOARGS, nullptr}, {nullptr, nullptr, 0, nullptr}};
static PyModuleDef module = {PyModuleDef_HEAD_INIT, "thrower", nullptr, -1, methods,
                             nullptr, nullptr, nullptr, nullptr};
PyMODINIT_FUNC PyInit_thrower() { return PyModule_Create(&module); }
"""


def output(*command: str | Path, cwd: Path | None = None) -> str:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True).stdout


def defined_symbols(binary: Path) -> set[str]:
    """The names in the dynamic symbol table that `binary` defines."""
    lines = output("nm", "-D", "--defined-only", binary).splitlines()
    return {line.split()[-1].partition("@")[0] for line in lines}


def python_names(binary: Path) -> set[str]:
    return {name for name in defined_symbols(binary) if name.startswith(("Py", "_Py"))}


def c_library(binary: Path) -> Path:
    """The C library that `binary` is loaded with."""
    lines = output("ldd", binary).splitlines()
    return next(Path(line.split()[2]) for line in lines if line.split()[0] == "libc.so.6")


def exports_python_only(python: Path, binary: Path, scratch: Path) -> str:
    """What is neither Python's nor stands before a name of the C library (for the
    gate before files and programs, or as every executable's copy of its data)."""
    own = defined_symbols(binary) - python_names(binary)
    foreign = own - defined_symbols(c_library(binary))
    return f"exports {sorted(foreign)[:5]}" if foreign else ""


def exports_what_python_exports(python: Path, binary: Path, scratch: Path) -> str:
    missing = python_names(python) - python_names(binary)
    return f"does not export {sorted(missing)[:5]}" if missing else ""


def throws_and_catches(python: Path, binary: Path, scratch: Path) -> str:
    (scratch / "thrower.cc").write_text(SOURCE)
    include = output(
        python, "-Ic", "import sysconfig; print(sysconfig.get_path('include'))"
    ).strip()
    output(
        *("g++", "-O1", "-shared", "-fPIC", "-pthread", f"-I{include}"),
        *("-o", "thrower.so", "thrower.cc"),
        cwd=scratch,
    )
    code = "import thrower; print(thrower.run())"
    want, got = (output(side, "-c", code, cwd=scratch) for side in (python, binary))
    return "" if want == got and want.startswith("own range stoi 5 1.5") else f"{got!r}"


CHECKS: dict[str, Callable[[Path, Path, Path], str]] = {
    "the executable exports the Python API and the C library's names alone": exports_python_only,
    "the executable exports all of the Python API": exports_what_python_exports,
    "a C++ extension throws and catches": throws_and_catches,
}
