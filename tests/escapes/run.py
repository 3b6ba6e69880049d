"""Run every known attempt to get around a guard, and judge it from outside.

Each script tries one thing. It runs twice: under plain python3, where the
evidence must appear (an attempt that does not work there proves nothing), and
under hermetic-python with the policy of its header, where it must not, and where
the refusal must be on record (exit code 2 under --fail-on-violation). Header:

    # policy: --no-network      options; {names} as in world.py
    # evidence: created {mark}  or: printed TEXT, changed PATH, gone PATH,
                                heard tcp|udp|unix|dns|bytes|data, listening
    # args: {host} {port}       what the script gets
    # run: -c pass              instead of the script and its arguments
    # copy: {code}/usercustomize.py   the script, put there before the run
    # env: NAME=VALUE           added to the environment at the start
    # setup: COMMAND            run by a shell before each of the two runs
    # stdin: TEXT
    # inherit: tcp              the process gets a connected socket, number {fd}
    # needs: root | netns | module NAME | program NAME | python>=3.12 | python<3.12
                                or: code STATEMENTS that python3 must be able to run
    # silent: REASON            stopped without a violation, and why that is right
    # layer: kernel: REASON     impossible to stop in-process: runs with --kernel=auto
"""

import argparse
import sys
from pathlib import Path

import namespace
from case import Case, Outcome, Verdict, bound_files, missing, report, run, set_up
from world import World

HERE = Path(__file__).resolve().parent
GUARDS = (
    "network",
    "subprocess",
    "filesystem",
    "environment",
    "code_exec",
    "imports",
    "native",
    "interpreter",
    "seal",
    "children",
    "hostile",
)


def attempt(case: Case, executable: str, options: list[str]) -> tuple[Outcome, bool]:
    """One run of a script; its outcome, and whether the evidence is there."""
    world = World(executable)
    names = world.names | {
        "script": str(case.path),
        "here": str(case.path.parent),
        "role": "guarded" if options else "control",
    }
    try:
        fds = [world.connected_descriptor()] if "inherit" in case.headers else []
        names["fd"] = " ".join(map(str, fds))
        for place in case.headers.get("copy", []):
            copy = Path(place.format_map(names))
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(case.path.read_text())
        commands = [line.format_map(names) for line in case.headers.get("setup", [])]
        set_up(commands, names["inside"], world.environ())
        env = world.environ()
        for line in case.headers.get("env", []):
            name, _, value = line.format_map(names).partition("=")
            env[name] = value
        policy = [*case.words("policy", names), *options] if options else []
        target = case.words("run", names) or [str(case.path), *case.words("args", names)]
        stdin = case.first("stdin").format_map(names)
        evidence = case.first("evidence").format_map(names)
        world.freeze()
        command = [executable, *policy, *target]
        outcome = run(command, names["inside"], env, stdin, world.watch, fds)
        patience = 0.2 if options else 3.0
        return outcome, world.wait_for(evidence, outcome.stdout + outcome.stderr, patience)
    finally:
        world.close()


def judge(case: Case, arguments: argparse.Namespace) -> Verdict:
    if "netns" in case.headers.get("needs", []) and not namespace.AVAILABLE:
        return Verdict(case.name, "skipped", namespace.WHY_NOT)
    if reason := missing(case, arguments.python):
        return Verdict(case.name, "skipped", reason)
    outcome, proof = attempt(case, arguments.python, [])
    if not proof:
        tail = (outcome.stderr.strip().splitlines() or ["no output"])[-1]
        return Verdict(case.name, "failed", f"does not work on python3: {tail}")
    if not arguments.binary:
        return Verdict(case.name, "passed")
    kernel = "auto" if case.first("layer").startswith("kernel") else arguments.kernel
    options = [f"--kernel={kernel}", "--fail-on-violation"]
    outcome, proof = attempt(case, arguments.binary, options)
    tail = (outcome.stderr.strip().splitlines() or ["no output"])[-1]
    if proof:
        return Verdict(case.name, "failed", "ESCAPED")
    if outcome.crashed:
        return Verdict(case.name, "failed", f"CRASHED: {outcome.crashed}: {tail}")
    recorded = outcome.code == 2 and "hermetic: " in outcome.stderr
    if not recorded and "silent" not in case.headers and "layer" not in case.headers:
        return Verdict(case.name, "failed", f"NO RECORD, exit code {outcome.code}: {tail}")
    return Verdict(case.name, "passed")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", help="hermetic-python; without it only the controls run")
    parser.add_argument("--python", default=sys.executable, help="python3 of the same version")
    parser.add_argument("-k", default="", metavar="SUBSTR", help="only names that contain this")
    parser.add_argument("-j", type=int, default=2, metavar="N", help="runs at the same time")
    parser.add_argument("--kernel", choices=["off", "auto"], default="off")
    arguments = parser.parse_args()
    bound_files()
    namespace.enter()
    namespace.prepare()
    paths = sorted(path for guard in GUARDS for path in (HERE / guard).glob("*.py"))
    cases = [Case.load(path, HERE) for path in paths]
    chosen = [case for case in cases if arguments.k in case.name]
    return report(lambda case: judge(case, arguments), chosen, arguments.j)


if __name__ == "__main__":
    sys.exit(main())
