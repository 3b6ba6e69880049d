"""Command-line parsing and entry points for hermetic."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any

import _hermetic

from hermetic.profiles import PROFILES, GuardConfig, apply_profile
from hermetic.runner import run
from hermetic.util import split_argv

__all__ = ["build_parser", "main", "parse_hermetic_args"]


def build_parser() -> argparse.ArgumentParser:
    """Create the CLI parser for hermetic's own flags."""
    parser = argparse.ArgumentParser(
        prog="hermetic",
        usage="hermetic [options] -- target [arguments]",
        description="Run a Python program under a policy.",
    )
    parser.add_argument("--version", action="version", version=f"hermetic {_hermetic.__version__}")
    parser.add_argument(
        "--profile",
        action="append",
        default=[],
        metavar="NAME",
        help=f"apply a named policy; repeatable ({', '.join(PROFILES)})",
    )
    groups: dict[str, Any] = {}
    for option in _hermetic.options():
        if not option["on_command_line"]:
            continue
        title = option["group"]
        if title not in groups:
            groups[title] = parser.add_argument_group(title)
        aliases = [f"--{alias}" for alias in option["aliases"] if "_" not in alias]
        groups[title].add_argument(
            option["flag"],
            *aliases,
            dest=option["field"],
            help=option["help"].replace("%", "%%"),
            default=argparse.SUPPRESS,
            **_value_of(option),
        )
    return parser


def _value_of(option: "_hermetic.Option") -> dict[str, Any]:
    if not option["takes_value"]:
        return {"action": "store_true"}
    placeholder = {"metavar": option["placeholder"]}
    if option["is_list"]:
        return {"action": "append", **placeholder}
    return placeholder if option["needs_value"] else {"nargs": "?", "const": True, **placeholder}


def parse_hermetic_args(argv: Sequence[str]) -> GuardConfig:
    """Translate CLI flags into a guard configuration.

    Profiles come after the flags, in their order. Exits with a message for
    anything that is no option of hermetic.
    """
    fields = vars(build_parser().parse_args(list(argv)))
    profiles = fields.pop("profile")
    if isinstance(root := fields.get("fs_readonly"), str):
        fields |= {"fs_readonly": True, "fs_root": root}
    config = GuardConfig.from_fields(fields)
    for name in profiles:
        config = apply_profile(config, name)
    return config


def main(argv: Sequence[str] | None = None) -> int:
    """Run the CLI and dispatch to the requested target; returns the exit code.

    Without a target after ``--`` it prints the help. Exits with a message if
    there is no ``--`` at all.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    split = split_argv(arguments)
    prints = {"-h", "--help", "--version"} & set(split.hermetic_argv)
    if "--" not in arguments and not prints:
        raise SystemExit("usage error: separate hermetic and target args with `--`")
    config = parse_hermetic_args(split.hermetic_argv)
    if not split.target_argv:
        build_parser().print_help()
        return 0
    return run(split.target_argv[0], split.target_argv, config)
