"""Violations of the whole tree: counts, summary, exit status, log and report."""

from __future__ import annotations

from harness import Bench, case

FILES = ["--audit-log", "log.jsonl", "--report", "report.json", "--fail-on-violation"]

SWALLOW = """
import os, socket, subprocess, sys
def swallow(count):
    for _ in range(count):
        try:
            socket.create_connection(("192.0.2.1", 9))
        except RuntimeError:
            pass
"""

WORKERS = (
    SWALLOW
    + """
import multiprocessing
if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    workers = [context.Process(target=swallow, args=(1250,)) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    sys.exit(sum(worker.exitcode for worker in workers))
"""
)


def _ten_thousand(bench: Bench, method: str) -> None:
    result = bench.run(["--no-network", "--allow-unix", *FILES], WORKERS, method)
    result.expect(2, err="hermetic: 10000 violations swallowed by the program")
    assert result.err.count("swallowed") == 1, result.err
    report = bench.report()
    assert report["total"] == report["in_children"] == 10_000, report["total"]
    assert len(report["violations"]) == 10_000
    lines = bench.log()
    assert len(lines) == 10_000 and len({line["pid"] for line in lines}) == 8


@case("record/ten thousand of eight forked workers")
def _forked(bench: Bench) -> None:
    _ten_thousand(bench, "fork")


@case("record/ten thousand of eight spawned workers")
def _spawned(bench: Bench) -> None:
    _ten_thousand(bench, "spawn")


@case("record/ten thousand of eight workers of a fork server")
def _forkserver(bench: Bench) -> None:
    _ten_thousand(bench, "forkserver")


@case("record/more than there is room for are still counted")
def _overflow(bench: Bench) -> None:
    result = bench.run(["--no-network", *FILES], SWALLOW + "swallow(20_000)")
    result.expect(2, err="hermetic: 20000 violations")
    assert bench.report()["total"] == len(bench.log()) == 20_000


@case("record/without the option the exit code is the target's")
def _exit_code(bench: Bench) -> None:
    code = SWALLOW + "subprocess.run([sys.executable, '-c', 'import program; program.swallow(3)'])"
    bench.run(["--no-network"], code + "if __name__ == '__main__' else 0").expect(
        0, err="3 violations swallowed by the program (3 network; 3 in child processes)"
    )


@case("record/a process that ends by os._exit")
def _exit(bench: Bench) -> None:
    result = bench.run(["--no-network", *FILES], SWALLOW + "swallow(2); os._exit(0)")
    result.expect(2, err="2 violations swallowed")
    assert bench.report()["total"] == len(bench.log()) == 2


@case("record/a worker that ends by os._exit or a signal")
def _worker_exit(bench: Bench) -> None:
    code = """
if __name__ == "__main__":
    for end in ("os._exit(0)", "os.kill(os.getpid(), 9)"):
        code = "import os, program; program.swallow(2); " + end
        subprocess.run([sys.executable, "-c", code])
"""
    bench.run(["--no-network", *FILES], SWALLOW + code).expect(2, err="4 violations")
    assert bench.report()["in_children"] == len(bench.log()) == 4


@case("record/a violation that kills")
def _kill(bench: Bench) -> None:
    result = bench.run(["--no-network", "--on-violation=kill", *FILES], SWALLOW + "swallow(2)")
    result.expect(2, err="hermetic: blocked network")
    assert bench.report()["total"] == len(bench.log()) == 1
    assert bench.report()["exit_code"] == 2


@case("record/a forked child that runs on to the end tells nothing twice")
def _fork(bench: Bench) -> None:
    code = "swallow(1)\nif os.fork() == 0:\n    swallow(1)\n    sys.exit(0)\nos.wait()\n"
    result = bench.run(["--no-network", *FILES], SWALLOW + code)
    result.expect(2, err="2 violations swallowed by the program (2 network; 1 in child")
    assert result.err.count("hermetic:") == 1, result.err
    assert len(bench.log()) == 2


@case("record/counts go on in a process that becomes another program")
def _exec(bench: Bench) -> None:
    code = """
if __name__ == "__main__":
    swallow(3)
    os.execv(sys.executable, [sys.executable, "-c", "import program; program.swallow(1)"])
"""
    bench.run(["--no-network", *FILES[:2], "--fail-on-violation"], SWALLOW + code).expect(
        2, err="hermetic: 4 violations"
    )
    assert len(bench.log()) == 4


@case("record/lines of children that closed every descriptor")
def _closed(bench: Bench) -> None:
    code = """
if __name__ == "__main__":
    code = "import os, program; os.closerange(3, 4096); program.swallow(2)"
    subprocess.run([sys.executable, "-c", code])
    os.closerange(3, 4096)
    swallow(1)
    subprocess.run([sys.executable, "-c", "import program; program.swallow(2)"])
"""
    bench.run(["--no-network", *FILES], SWALLOW + code).expect(2, err="5 violations")
    assert len(bench.log()) == bench.report()["total"] == 5


@case("record/lines of a program that closed every descriptor and may write no files")
def _closed_readonly(bench: Bench) -> None:
    code = "swallow(1); os.closerange(3, 4096); swallow(1)"
    bench.run(["--kernel=off", "--no-network", "--fs-readonly", *FILES], SWALLOW + code).expect(
        2, err="2 violations"
    )
    assert len(bench.log()) == bench.report()["total"] == 2


@case("record/lines that the program took out again")
def _truncated(bench: Bench) -> None:
    code = """
links = {fd: os.readlink(f"/proc/self/fd/{fd}") for fd in range(3, 1000) if os.path.lexists(f"/proc/self/fd/{fd}")}
swallow(1)
for fd, path in links.items():
    if path.endswith("log.jsonl"):
        os.ftruncate(fd, 0)
swallow(1)
"""
    for _ in range(2):
        bench.run(["--kernel=off", "--no-network", *FILES], SWALLOW + code).expect(2)
        assert len(bench.log()) == 2


@case("record/children below the kernel layer take part")
def _held(bench: Bench) -> None:
    code = """
if __name__ == "__main__":
    code = "import subprocess, sys, program; program.swallow(1); "
    child = "subprocess.run([sys.executable, '-c', 'import program; program.swallow(1)'])"
    subprocess.run([sys.executable, "-c", code + child])
"""
    for grant in ([], ["--allow-localhost"]):
        options = ["--kernel=auto", "--no-network", *grant, *FILES]
        bench.run(options, SWALLOW + code).expect(2, err="2 violations")
        assert bench.report()["in_children"] == 2


@case("record/a log is appended to and a report is written anew")
def _append(bench: Bench) -> None:
    for count in (1, 2):
        bench.run(["--no-network", *FILES], SWALLOW + "swallow(1)").expect(2)
        assert len(bench.log()) == count and bench.report()["total"] == 1


@case("record/a file that cannot be opened stops the start")
def _unopenable(bench: Bench) -> None:
    for option in ("--audit-log", "--report"):
        result = bench.run(["--no-network", option, "absent/file"], "open('mark', 'w')")
        result.expect(1, err=f"hermetic: {option}: cannot open")
        assert not (bench.directory / "mark").exists()


@case("record/a log and a report without any restriction")
def _unrestricted(bench: Bench) -> None:
    bench.run(FILES[:4], "print('done')").expect(0, out="done")
    assert bench.report()["total"] == 0 and not bench.log()


@case("record/report-only records and refuses nothing")
def _report_only(bench: Bench) -> None:
    code = (
        "import subprocess; print(subprocess.run(['echo', 'started'], capture_output=True).stdout)"
    )
    bench.run(["--no-subprocess", "--report-only", *FILES[:4]], code).expect(0, out="started")
    assert {line["action"] for line in bench.log()} == {"allowed"}


@case("record/nothing secret is in a log")
def _secrets(bench: Bench) -> None:
    code = "import subprocess\ntry: subprocess.run(['true', 'topsecret'], env={'A': 'topsecret'})\nexcept RuntimeError: pass"
    bench.run(["--no-subprocess", *FILES], code).expect(2)
    assert "topsecret" not in (bench.directory / "log.jsonl").read_text()
    assert "topsecret" not in (bench.directory / "report.json").read_text()


@case("record/a child that names a log of its own writes to both")
def _own_log(bench: Bench) -> None:
    code = """
if __name__ == "__main__":
    own = ["--audit-log", "own.jsonl", "--report", "own.json"]
    subprocess.run([sys.executable, *own, "-c", "import program; program.swallow(2)"])
"""
    bench.run(["--no-network", *FILES], SWALLOW + code).expect(2, err="2 violations")
    own = (bench.directory / "own.jsonl").read_text().splitlines()
    assert len(bench.log()) == len(own) == 2
    assert '"total": 2' in (bench.directory / "own.json").read_text()


@case("record/a violation of a worker that its parent does not catch")
def _of_worker(bench: Bench) -> None:
    code = """
import concurrent.futures, multiprocessing
def connect(port):
    socket.create_connection(("192.0.2.1", port))
if __name__ == "__main__":
    swallow(2)  # Entries of its own must not be taken for the worker's.
    context = multiprocessing.get_context(sys.argv[1])
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
        pool.submit(connect, 7).result()
"""
    for method in ("fork", "spawn"):
        result = bench.run(["--no-network", "--report", "report.json"], SWALLOW + code, method)
        result.expect(2, err="hermetic.errors.PolicyViolation: network disabled")
        assert "in connect" in result.err and "in swallow" not in result.err, result.err
        assert bench.report()["total"] == 3 and bench.report()["in_children"] == 1


@case("record/an exception of the record cannot be made to look like none")
def _forged(bench: Bench) -> None:
    code = """
try:
    socket.create_connection(("192.0.2.1", 9))
except RuntimeError as error:
    error.violation = 99
    error.__dict__.clear()
    raise
"""
    bench.run(["--no-network"], SWALLOW + code).expect(2)
