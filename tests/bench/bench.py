"""hermetic-python against python3 of the same version, as ratios of one run.

usage: bench.py --binary PATH [--python PATH] [--rounds N] [--clock wall|cpu] [-k SUBSTRING]
                [PART...]       start steady kernel connect blocks hook; all by default
"""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import hook
from measure import Command, best
from work import POLICIES, START_UP, STEADY

HERE = Path(__file__).resolve().parent


def print_table(
    title: str, rows: Mapping[str, Command], kernel: str, options: argparse.Namespace
) -> None:
    chosen = {name: arguments for name, arguments in rows.items() if options.k in name}
    if not chosen:
        return
    print(f"\n{title}: milliseconds of python3 ({options.clock} clock, best), and ratios to it")
    print(f"{'':34} {'python3':>9}", *(f"{name:>12}" for name in POLICIES))
    for name, arguments in chosen.items():
        commands: dict[str, Command] = {"python3": (str(options.python), *arguments)}
        for policy, ours in POLICIES.items():
            layer = (f"--kernel={kernel}",) if ours else ()
            commands[policy] = (str(options.binary), *ours, *layer, *arguments)
        times = best(commands, options.rounds, options.clock)
        base = times["python3"]
        if base is None:
            raise SystemExit(f"python3 cannot do {name}")
        ratios = ("-" if (t := times[p]) is None else f"{t / base:.3f}" for p in POLICIES)
        print(f"{name:34} {base * 1000:9.2f}", *(f"{ratio:>12}" for ratio in ratios), flush=True)


def start(options: argparse.Namespace) -> None:
    print_table("start-up, guards alone", START_UP, "off", options)


def steady(options: argparse.Namespace) -> None:
    print_table("steady work, guards alone", STEADY, "off", options)


def kernel(options: argparse.Namespace) -> None:
    print_table("start-up with the kernel layer", START_UP, "auto", options)
    print_table("steady work with the kernel layer", STEADY, "auto", options)


# What a supervisor answers costs most.
CONNECTIONS: Mapping[str, tuple[str, ...]] = {
    "no policy": (),
    "net-hermetic, guards alone": ("--profile=net-hermetic", "--kernel=off"),
    "net-hermetic": ("--profile=net-hermetic",),
}


def connect(options: argparse.Namespace) -> None:
    print("\nconnections over loopback, microseconds")
    programs = {"python3": (options.python,)} | {
        name: (options.binary, *policy) for name, policy in CONNECTIONS.items()
    }
    for name, program in programs.items():
        command = [*program, HERE / "connect.py"]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print(f"{name:34}", ", ".join(told.splitlines()), flush=True)


def blocks(options: argparse.Namespace) -> None:
    subprocess.run([options.binary, HERE / "blocks.py"], check=True)


def instructions(options: argparse.Namespace) -> None:
    hook.table(options.binary)


PARTS: Mapping[str, Callable[[argparse.Namespace], None]] = {
    "start": start,
    "steady": steady,
    "kernel": kernel,
    "connect": connect,
    "blocks": blocks,
    "hook": instructions,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--python", type=Path, default=Path("/usr/bin/python3.11"))
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall")
    parser.add_argument("-k", default="", metavar="SUBSTRING", help="only these rows")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    options = parser.parse_args()
    if unknown := set(options.parts) - PARTS.keys():
        parser.error(f"no part named {', '.join(sorted(unknown))}")
    for name in options.parts or PARTS:
        PARTS[name](options)


if __name__ == "__main__":
    main()
