"""Target execution helpers for in-process and bootstrap modes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import _hermetic

from hermetic.bootstrap import FLAGS_VARIABLE, write_sitecustomize
from hermetic.errors import PolicyViolation
from hermetic.profiles import GuardConfig
from hermetic.resolver import (
    TargetSpec,
    invoke_inprocess,
    put_first,
    put_script_directory_first,
    resolve,
)

__all__ = ["config_to_flags", "run"]

_EXIT_CANNOT_START = 1
_EXIT_VIOLATION = 2


def config_to_flags(cfg: GuardConfig) -> dict[str, Any]:
    """Convert a guard config into bootstrap-compatible flag data."""
    return {
        "no_network": cfg.no_network,
        "no_subprocess": cfg.no_subprocess,
        "fs_readonly": cfg.fs_readonly,
        "fs_root": cfg.fs_root,
        "no_environment": cfg.no_environment,
        "no_code_exec": cfg.no_code_exec,
        "no_interpreter_mutation": cfg.no_interpreter_mutation,
        "block_native": cfg.block_native,
        "allow_localhost": cfg.allow_localhost,
        "allow_domains": list(cfg.allow_domains),
        "deny_imports": list(cfg.deny_imports),
        "trace": cfg.trace,
        "sealed": cfg.sealed,
    }


def run(target: str, target_argv: list[str], cfg: GuardConfig) -> int:
    """Run a target under the requested guard configuration; returns its exit code.

    `target_argv` becomes ``sys.argv``. An int that the target returns is the
    code; a string is printed on stderr and gives 1, as for a console script; an
    uncaught PolicyViolation gives 2, a bad value in `cfg` 1. Other exceptions pass.
    The guards come off afterwards unless they are sealed.
    """
    spec = resolve(target)
    if spec.mode == "bootstrap":
        return _run_foreign(spec, target_argv, cfg)
    try:
        policy = _hermetic.compile_policy(cfg.as_fields(), origin="hermetic")
    except ValueError as error:
        print(error, file=sys.stderr)
        return _EXIT_CANNOT_START
    sys.argv = list(target_argv)
    if spec.module and spec.exe_path is None:
        put_first(os.getcwd())  # As `python -m hermetic` has it.
    put_script_directory_first(spec)
    token = _hermetic.push(policy)
    try:
        result = invoke_inprocess(spec)
    except PolicyViolation as violation:
        print(f"hermetic: blocked action: {violation}", file=sys.stderr)
        return _EXIT_VIOLATION
    finally:
        _hermetic.remove(token)
    return _exit_code(result)


def _exit_code(result: object) -> int:
    if isinstance(result, int):
        return int(result)
    if isinstance(result, str):
        print(result, file=sys.stderr)
        return 1
    return 0


def _run_foreign(spec: TargetSpec, target_argv: list[str], cfg: GuardConfig) -> int:
    """In another interpreter, guarded by a sitecustomize module, which knows what
    GuardConfig has fields for."""
    if cfg.options:
        names = ", ".join(sorted(cfg.options))
        print(f"hermetic: {names}: cannot be held in {spec.interp_path}", file=sys.stderr)
        return _EXIT_CANNOT_START
    site = write_sitecustomize(config_to_flags(cfg))
    try:
        environment = _with_path_first(os.environ, site)
        command = [part for part in (spec.interp_path, spec.exe_path) if part]
        if spec.interp_path == spec.exe_path:
            del command[1:]
        code = subprocess.call([*command, *target_argv[1:]], env=environment)
    finally:
        shutil.rmtree(site, ignore_errors=True)
        os.environ.pop(FLAGS_VARIABLE, None)
    # As a shell tells of a signal.
    return code if code >= 0 else 128 - code


def _with_path_first(environ: Mapping[str, str], site: str) -> dict[str, str]:
    inherited = environ.get("PYTHONPATH")
    path = os.pathsep.join([site, inherited] if inherited else [site])
    return {**environ, "PYTHONPATH": path}
