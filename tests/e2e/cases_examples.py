"""The programs of examples/, with their real input."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from case import ROOT, Case, Skipped, Tools, differs, folder
from packages import NoIndex, environment

EXAMPLES = ROOT / "examples"


def report(tools: Tools) -> str | None:
    words = [EXAMPLES / "report" / "sales_report.py", EXAMPLES / "report" / "sales.csv"]
    want = tools.run(*words, program=tools.python)
    for policy in (["--profile", "block-all"], ["--fs-readonly=" + str(EXAMPLES / "report")]):
        if problem := differs(tools.run(*policy, *words), 0, stdout=want.stdout):
            return f"{policy}: {problem}"
    return None


def report_cannot_save(tools: Tools) -> str | None:
    with folder() as place:
        words: list[str | Path] = [
            EXAMPLES / "report" / "sales_report.py",
            EXAMPLES / "report" / "sales.csv",
            "--save",
        ]
        result = tools.run("--fs-readonly", *words, place / "out.txt")
        if (place / "out.txt").exists():
            return "the file is there"
        if problem := differs(result, 2, ["hermetic: blocked filesystem: ", "--allow-write "]):
            return problem
        result = tools.run("--fs-readonly", "--allow-write", place, *words, place / "out.txt")
        if problem := differs(result, 0):
            return problem
        return None if (place / "out.txt").read_text() == result.stdout else "the file differs"


@contextmanager
def weather_service(tools: Tools) -> Iterator[str]:
    server = subprocess.Popen(
        [tools.python, EXAMPLES / "fetch" / "server.py"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
    finally:
        server.terminate()
        server.wait()


def fetch(tools: Tools) -> str | None:
    script = EXAMPLES / "fetch" / "fetch.py"
    with weather_service(tools) as service:
        allowed = tools.run("--no-network", "--allow-localhost", script, service, "oslo", "lima")
        if problem := differs(allowed, 0, stdout="oslo: -3.5 C\nlima: 22.4 C\n"):
            return problem
        host = service.removeprefix("http://")
        granted = tools.run("--no-network", "--allow-host", host, script, service, "rome")
        if problem := differs(granted, 0, stdout="rome: 11.0 C\n"):
            return problem
        refused = tools.run("--no-network", script, service, "oslo")
    return differs(refused, 2, ["hermetic: blocked network: ", "--allow-localhost"], stdout="")


def with_pytest(tools: Tools) -> Path:
    """A virtual environment with pytest, or Skipped."""
    try:
        return environment(tools.python, "pytest", ["pytest"])
    except NoIndex as reason:
        raise Skipped(str(reason)) from None


def suite(tools: Tools) -> str | None:
    venv = with_pytest(tools)
    words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-header"]
    want = tools.run(*words, program=venv / "bin" / "python", cwd=EXAMPLES / "suite")
    got = tools.run(
        "--profile", "net-hermetic", "--venv", venv, *words, cwd=EXAMPLES / "suite", timeout=120
    )
    if "14 passed" not in want.stdout:
        return f"python3 itself: {want}"
    return differs(got, 0) or (None if "14 passed" in got.stdout else got.stdout[-200:])


def real_package(tools: Tools) -> str | None:
    """The test suite that more-itertools ships in its source archive."""
    venv = with_pytest(tools)
    with folder() as place:
        python = venv / "bin" / "python"
        got = subprocess.run(
            [python, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:",
             "-d", place, "more-itertools==10.5.0"],
            capture_output=True, text=True,
        )  # fmt: skip
        archives = list(place.glob("*.tar.gz"))
        if got.returncode != 0 or not archives:
            raise Skipped("no source archive from a package index")
        subprocess.run(["tar", "xzf", archives[0], "-C", place], check=True)
        source = next(p for p in place.iterdir() if p.is_dir())
        words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-header", "-x", "tests"]
        environ = {"PYTHONPATH": str(source)}
        want = tools.run(*words, program=python, cwd=source, environ=environ, timeout=300)
        got_run = tools.run(
            "--profile", "net-hermetic", "--venv", venv, *words,
            cwd=source, environ=environ, timeout=300,
        )  # fmt: skip
    tally = [line.split(" in ")[0] for r in (want, got_run) for line in r.stdout.splitlines()[-1:]]
    if want.code != got_run.code or len(set(tally)) != 1:
        return f"{tally}, exit codes {want.code} and {got_run.code}: {got_run.stderr[-300:]}"
    return None


CASES = [
    Case("examples/report", report),
    Case("examples/report_cannot_save", report_cannot_save),
    Case("examples/fetch", fetch),
    Case("examples/suite", suite),
    Case("examples/test_suite_of_a_real_package", real_package),
]
