"""A program that uses all of the API, as a type checker is to see it."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import hermetic
from hermetic import (
    BlockConfig,
    PolicyViolation,
    Violation,
    allowed,
    expect_violation,
    hermetic_blocker,
    policy,
    violations,
    with_hermetic,
)
from hermetic.blocker import BlockConfig as SameConfig
from hermetic.bootstrap import write_sitecustomize
from hermetic.cli import build_parser, main, parse_hermetic_args
from hermetic.errors import BootstrapError, HermeticError, ImportViolation, PermissionViolation
from hermetic.guards import (
    code_exec,
    environment,
    filesystem,
    imports_guard,
    install_all,
    interpreter,
    network,
    subprocess_guard,
    uninstall_all,
)
from hermetic.profiles import PROFILES, GuardConfig, apply_profile
from hermetic.resolver import TargetSpec, invoke_inprocess, resolve
from hermetic.runner import config_to_flags, run
from hermetic.util import SplitArgs, is_same_interpreter, split_argv, which

version: str = hermetic.__version__


def configs() -> BlockConfig:
    config = BlockConfig(block_network=True, allow_domains=["a.org"], fs_root=Path("."))
    same: SameConfig = BlockConfig.from_kwargs(no_network=True, allow_hosts=["h:1"])
    named = BlockConfig.from_profile("net-hermetic")
    limited = BlockConfig(max_cpu=1.5, on_violation="oserror", kernel="auto", allow_write=["a"])
    return config | same.merged_with(named) | limited


@with_hermetic(block_network=True)
def decorated(number: int, *, text: str = "") -> str:
    return text * number


@hermetic_blocker(BlockConfig(block_subprocess=True))
async def coroutine() -> int:
    return 1


@hermetic_blocker(profile="exec-deny")
def generator() -> Iterator[int]:
    yield 1


@hermetic_blocker(no_code_exec=True, allow_code_exec=("attr",))
async def async_generator() -> AsyncIterator[int]:
    yield 1


async def asynchronous() -> int:
    async with hermetic_blocker(block_network=True, allow_read=[Path("/opt")]) as block:
        found = [number async for number in async_generator()]
    with block:
        return await coroutine() + sum(found) + sum(generator())


def questions() -> list[str]:
    answer, reason = allowed("connect", "a.org:443")
    levels: list[dict[str, object]] = policy()
    record: list[Violation] = violations(0)
    told = [violation.message for violation in record if violation.target is not None]
    return [*told, reason or str(answer), str(len(levels))]


def expectation() -> int:
    with expect_violation("network", target="a.org") as attempt:
        network.install(allow_localhost=True, allow_domains=("b.org",), trace=False)
    return attempt.violations[0].line


def errors() -> str | None:
    try:
        decorated(1, text="a")
    except (ImportViolation, PermissionViolation, BootstrapError):
        return None
    except PolicyViolation as violation:
        return violation.guard or violation.target or hermetic.violations()[violation.violation].fix
    except HermeticError as error:
        return str(error)
    raise PolicyViolation("message", guard="network", target="a.org")


def guards() -> None:
    install_all(net={"allow_localhost": True, "allow_domains": []}, fs=None)
    subprocess_guard.install(trace=True)
    filesystem.install(fs_root="/opt")
    environment.install()
    code_exec.install()
    imports_guard.install(block_native=False, block_pickle=True, deny_imports=("x",))
    interpreter.install()
    for guard in (network, subprocess_guard, filesystem, environment, code_exec, imports_guard):
        guard.uninstall()
    uninstall_all()


def command(arguments: list[str]) -> int:
    parser: ArgumentParser = build_parser()
    config: GuardConfig = parse_hermetic_args(arguments)
    config = apply_profile(config, next(iter(PROFILES)))
    split: SplitArgs = split_argv(arguments)
    spec: TargetSpec = resolve("json.tool")
    result: object = invoke_inprocess(spec)
    flags: dict[str, object] = config_to_flags(config)
    place: str = write_sitecustomize(flags)
    found: str | None = which("sh")
    if config.block_network and is_same_interpreter(found or place):
        return run(spec.module, split.target_argv, config)
    return main([parser.prog, str(result)])


if __name__ == "__main__":
    assert decorated(2, text="a") == "aa"
    assert asyncio.run(asynchronous()) == 3
    assert configs().allow_hosts == ["h:1"]
    assert questions()
