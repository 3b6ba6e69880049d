"""Real jobs by the libraries that start workers: the same result as under
python3, and a worker that does what is forbidden is stopped."""

from __future__ import annotations

from pathlib import Path

from harness import Bench, Skipped, case
from packages import NoIndex, environment

PACKAGES = ("pytest-xdist", "joblib", "dask[distributed]")

HEAD = """
import socket, sys
def square(n):
    return n * n
def forbidden(n):
    try:
        socket.create_connection((sys.argv[-1], 9), 0.01)
    except OSError:
        return "tried"
    return "connected"
"""

STANDARD = (
    HEAD
    + """
import concurrent.futures, multiprocessing
if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    with context.Pool(3) as pool:
        print(sum(pool.map(square, range(100))))
    with concurrent.futures.ProcessPoolExecutor(3, mp_context=context) as pool:
        print(sum(pool.map(square, range(100))))
        print(type(pool.submit(forbidden, 1).exception()).__name__)
"""
)

JOBLIB = (
    HEAD
    + """
import joblib
if __name__ == "__main__":
    print(sum(joblib.Parallel(3)(joblib.delayed(square)(n) for n in range(100))))
    try:
        print(joblib.Parallel(2)(joblib.delayed(forbidden)(n) for n in range(2)))
    except RuntimeError as error:
        print(type(error).__name__)
"""
)

DASK = (
    HEAD
    + """
import dask.distributed, logging
logging.disable()
if __name__ == "__main__":
    with dask.distributed.Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as c:
        print(sum(c.gather(c.map(square, range(100)))))
        print(type(c.submit(forbidden, 1).exception()).__name__)
"""
)

XDIST = """
import socket
import pytest
@pytest.mark.parametrize("n", range(20))
def test_square(n):
    assert n * n == n ** 2
def test_forbidden():
    socket.create_connection(("192.0.2.1", 9), 0.01)
"""


def _packages(bench: Bench) -> Path:
    try:
        return environment(bench.python, "workers", PACKAGES)
    except NoIndex as reason:
        raise Skipped(str(reason)) from None


def _compare(bench: Bench, code: str, *args: str, env: dict[str, str] | None = None) -> None:
    """The forbidden destination is the last word: allowed, then refused."""
    want = bench.run([], code, *args, "192.0.2.1", env=env, executable=bench.python)
    options = ["--no-network", "--allow-localhost", "--allow-unix", "--fail-on-violation"]
    options += ["--report", "report.json"]
    got = bench.run(options, code, *args, "192.0.2.1", env=env)
    numbers = [line for line in want.out.splitlines() if line.isdigit()]
    assert numbers and numbers == [line for line in got.out.splitlines() if line.isdigit()], (
        want.out,
        got,
    )
    assert "PolicyViolation" in got.out and got.code == 2, got
    assert bench.report()["in_children"] >= 1, bench.report()


@case("libraries/multiprocessing and concurrent.futures, fork")
def _fork(bench: Bench) -> None:
    _compare(bench, STANDARD, "fork")


@case("libraries/multiprocessing and concurrent.futures, spawn")
def _spawn(bench: Bench) -> None:
    _compare(bench, STANDARD, "spawn")


@case("libraries/multiprocessing and concurrent.futures, forkserver")
def _forkserver(bench: Bench) -> None:
    _compare(bench, STANDARD, "forkserver")


def _with_packages(bench: Bench, code: str) -> None:
    directory = _packages(bench)
    library = next(directory.glob("lib/python*/site-packages"))
    _compare(bench, code, env={"PYTHONPATH": str(library), "JOBLIB_TEMP_FOLDER": "/tmp"})


@case("libraries/joblib with loky")
def _joblib(bench: Bench) -> None:
    _with_packages(bench, JOBLIB)


@case("libraries/dask LocalCluster")
def _dask(bench: Bench) -> None:
    _with_packages(bench, DASK)


@case("libraries/pytest-xdist")
def _xdist(bench: Bench) -> None:
    library = next(_packages(bench).glob("lib/python*/site-packages"))
    (bench.directory / "test_jobs.py").write_text(XDIST)
    options = ["--no-network", "--fail-on-violation", "--report", "report.json"]
    code = "import pytest, sys; sys.exit(pytest.main(['-n', '3', '-p', 'no:cacheprovider', '-q']))"
    result = bench.run(options, code, env={"PYTHONPATH": str(library)})
    result.expect(2, out="1 failed, 20 passed")
    assert "PolicyViolation" in result.out, result.out
    assert bench.report()["in_children"] == 1, bench.report()
