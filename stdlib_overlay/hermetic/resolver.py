"""Resolve targets into importable or bootstrapable execution specs."""

import builtins
import importlib
import importlib.util
import os
import runpy
import shutil
import sys
import zipfile
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from hermetic.util import is_same_interpreter

__all__ = ["TargetSpec", "invoke_inprocess", "resolve"]

Mode = Literal["inprocess", "bootstrap"]


@dataclass
class TargetSpec:
    """Describe how hermetic should launch a requested target.

    `attr` is ``__main__`` for what runs as a program; `exe_path` is the script
    and `interp_path` its interpreter, where there is a file. A script of this
    interpreter has `exe_path`, mode ``"inprocess"`` and no `module`.
    """

    module: str
    attr: str
    mode: Mode
    exe_path: str | None = None
    interp_path: str | None = None


def resolve(target: str) -> TargetSpec:
    """Choose the execution strategy for a target string: ``module:attr``, a
    script's path, a console script, a Python script on PATH, or a module."""
    if os.sep in target or target.endswith(".py"):
        if os.path.exists(target):
            return _script(target)
    elif ":" in target:
        module, attr = target.split(":", 1)
        return TargetSpec(module, attr, "inprocess")
    elif (value := _console_script(target)) is not None:
        return _entry_point(target, value)
    elif (exe := shutil.which(target)) and (interpreter := _interpreter_of(exe)):
        return TargetSpec("", "__main__", "bootstrap", exe, interpreter)
    return TargetSpec(target, "__main__", "inprocess")


def invoke_inprocess(spec: TargetSpec) -> Any:
    """Import or run a target directly inside the current interpreter.

    A callable is called, without arguments, and its value returned; anything
    else is run as ``__main__``, which gives None.
    """
    if not spec.module and spec.exe_path:
        put_script_directory_first(spec)
        _run_script(spec.exe_path)
        return None
    if spec.attr != "__main__":
        sys.modules.pop(spec.module, None)
        value: Any = importlib.import_module(spec.module)
        for name in spec.attr.split("."):
            value = getattr(value, name)
        if callable(value):
            return value()
    _run_module(spec.module)
    return None


def _run_module(name: str) -> None:
    spec = importlib.util.find_spec(name)
    if spec is not None and spec.submodule_search_locations is not None:
        spec = importlib.util.find_spec(f"{name}.__main__")
    if spec is not None and isinstance(spec.loader, SourceFileLoader):
        _run_as_main(spec.loader.path, spec)
    else:
        runpy.run_module(name, run_name="__main__", alter_sys=True)


def _run_script(path: str) -> None:
    if _is_source(path):
        _run_as_main(path, None)
    else:
        runpy.run_path(path, run_name="__main__")


def _is_source(path: str) -> bool:
    return os.path.isfile(path) and not zipfile.is_zipfile(path)


def put_script_directory_first(spec: TargetSpec) -> None:
    """On ``sys.path``, where `spec` is a script. Once a policy may refuse that, it is
    too late."""
    if spec.module or spec.exe_path is None or not _is_source(spec.exe_path):
        return
    put_first(os.path.dirname(os.path.realpath(spec.exe_path)))


def put_first(directory: str) -> None:
    """On ``sys.path``, unless it is there."""
    if directory not in map(os.path.abspath, sys.path):
        sys.path.insert(0, directory)


def _run_as_main(path: str, spec: ModuleSpec | None) -> None:
    """As runpy does, but as an import: under no_code_exec, runpy is refused."""
    module = ModuleType("__main__")
    loader = SourceFileLoader("__main__", path)
    vars(module).update(__file__=path, __loader__=loader, __spec__=spec, __builtins__=builtins)
    if spec is not None:
        module.__package__ = spec.parent
        sys.argv[:1] = [path]
    replaced = sys.modules["__main__"]
    sys.modules["__main__"] = module
    try:
        loader.exec_module(module)
    finally:
        sys.modules["__main__"] = replaced


def _script(path: str) -> TargetSpec:
    interpreter = _interpreter_of(path)
    if interpreter is None or is_same_interpreter(interpreter):
        return TargetSpec("", "__main__", "inprocess", path, interpreter)
    return TargetSpec("", "__main__", "bootstrap", path, interpreter)


def _console_script(name: str) -> str | None:
    from importlib.metadata import entry_points

    found = entry_points(group="console_scripts", name=name)
    return next((point.value for point in found), None)


def _entry_point(name: str, value: str) -> TargetSpec:
    module, _, attr = value.partition(":")
    module, attr = module.strip(), attr.partition("[")[0].strip() or "__main__"
    exe = shutil.which(name)
    interpreter = _interpreter_of(exe) if exe else None
    if exe is None or interpreter is None or is_same_interpreter(interpreter):
        return TargetSpec(module, attr, "inprocess", exe, interpreter)
    return TargetSpec(module, attr, "bootstrap", exe, interpreter)


def _interpreter_of(path: str) -> str | None:
    """The Python that runs `path`: itself, or that of its first line."""
    if Path(path).name.startswith(("python", "hermetic-python")):
        return path
    try:
        with open(path, "rb") as file:
            line = file.readline(4096)
    except OSError:
        return None
    if not line.startswith(b"#!"):
        return None
    words = os.fsdecode(line[2:]).split()
    if words and Path(words[0]).name == "env":
        words = [word for word in words[1:] if not word.startswith("-") and "=" not in word]
        # Whatever `python3` PATH has, a script that asks for any is one of ours.
        if words and words[0] in ("python", "python3"):
            return sys.executable
        words = [shutil.which(words[0]) or words[0]] if words else []
    return words[0] if words and "python" in Path(words[0]).name else None
