"""Sealed: what weakens a policy is refused, and what CPython does of itself."""

from __future__ import annotations

from dataclasses import replace

from harness import Bench, case

SEALED = ["--no-network", "--seal"]


@case("seal/CPython drops a hook that another one refuses, without a word")
def _silent_drop(bench: Bench) -> None:
    # Why the builtin is guarded and not the event alone.
    code = """
import sys
def refuse(event, args):
    if event == "sys.addaudithook":
        raise RuntimeError
sys.addaudithook(refuse)
seen = []
sys.addaudithook(lambda event, args: seen.append(event))
sys.audit("mine")
print("silently", seen)
"""
    bench.run([], code, executable=bench.python).expect(0, out="silently []")


@case("seal/what changes hooks or watches code is refused visibly")
def _hooks(bench: Bench) -> None:
    code = """
import cProfile, gc, sys, threading
def attempt(name, function, *args):
    try:
        function(*args)
        print(name, "done")
    except RuntimeError as error:
        print(name, "refused:", error.guard)
attempt("addaudithook", sys.addaudithook, print)
attempt("settrace", sys.settrace, print)
attempt("setprofile", sys.setprofile, print)
attempt("get_objects", gc.get_objects)
attempt("get_referrers", gc.get_referrers, sys)
attempt("get_referents", gc.get_referents, sys)
attempt("profiler", cProfile.Profile().enable)
if sys.version_info >= (3, 12):
    attempt("settraceallthreads", threading.settrace_all_threads, print)
    sys.monitoring.use_tool_id(3, "mine")
    start = sys.monitoring.events.PY_START
    attempt("monitoring", sys.monitoring.register_callback, 3, start, print)
"""
    result = bench.run(SEALED, code)
    result.expect(0)
    assert "done" not in result.out and result.out.count("refused: seal") >= 7, result.out
    plain = bench.run(["--no-network"], "import sys; sys.settrace(None); print('done')")
    plain.expect(0, out="done")


@case("seal/exception types stay as they are")
def _types(bench: Bench) -> None:
    code = """
import socket
try:
    socket.create_connection(("192.0.2.1", 9))
except RuntimeError as error:
    for kind in type(error).__mro__[:3]:
        for name, value in (("__init__", None), ("guard", 1), ("__bases__", (Exception,))):
            try:
                setattr(kind, name, value)
                print("changed", kind, name)
            except TypeError:
                print("kept")
"""
    result = bench.run(SEALED, code)
    result.expect(0, out="kept")
    assert "changed" not in result.out, result.out


@case("seal/a sealed file cannot be loosened, and both places are named")
def _file(bench: Bench) -> None:
    (bench.directory / "hermetic.toml").write_text("no_network = true\nsealed = true\n")
    bench = replace(bench, kernel=False)  # Without an option of the harness's own.
    for options, env, name in (
        (["--allow-domain", "example.org"], {}, "--allow-domain"),
        (["--on-violation=log"], {}, "--on-violation"),
        (["--report-only"], {}, "--report-only"),
        (["--kernel=off"], {}, "--kernel"),
        ([], {"HERMETIC_REPORT_ONLY": "1"}, "HERMETIC_REPORT_ONLY"),
        ([], {"HERMETIC_NO_NETWORK": "0"}, "HERMETIC_NO_NETWORK"),
        ([], {"HERMETIC_KERNEL": "off"}, "HERMETIC_KERNEL"),
    ):
        result = bench.run(options, "open('mark', 'w')", env=env)
        result.expect(1, err=name)
        assert "would loosen the policy that is sealed by" in result.err, result.err
        assert "hermetic.toml" in result.err, result.err
    assert not (bench.directory / "mark").exists()


@case("seal/variables cannot loosen a seal of the command line")
def _variables(bench: Bench) -> None:
    for name, value in (("ON_VIOLATION", "log"), ("REPORT_ONLY", "1"), ("ALLOW_HOST", "192.0.2.1")):
        result = bench.run(SEALED, "pass", env={f"HERMETIC_{name}": value})
        result.expect(1, err=f"HERMETIC_{name}")
        assert "sealed by --seal" in result.err, result.err


@case("seal/a seal of the command line leaves grants of a file alone")
def _composes(bench: Bench) -> None:
    (bench.directory / "hermetic.toml").write_text(
        'no_network = true\nallow_domain = ["example.org"]\n'
    )
    bench.run(["--seal"], "print('ran')").expect(0, out="ran")


@case("seal/a child of a sealed process is sealed")
def _child(bench: Bench) -> None:
    code = """
import subprocess, sys
code = "import sys; sys.addaudithook(print)"
sys.exit(subprocess.run([sys.executable, "-ISE", "-c", code], env={}).returncode)
"""
    bench.run(SEALED, code).expect(2, err="blocked seal: use sys.addaudithook")


@case("seal/code that runs at the very end is sealed")
def _end(bench: Bench) -> None:
    code = """
import atexit, os, signal, socket, sys, threading
def attempt(name, connect=socket.create_connection, write=os.write):
    try:
        connect(("192.0.2.1", 9), 0.01)
    except RuntimeError:
        write(1, name.encode() + b" refused\\n")
class Last:
    def __del__(self):
        attempt("del")
sys.modules["zzz"] = Last()
atexit.register(attempt, "atexit")
atexit.register(os.kill, os.getpid(), signal.SIGUSR1)
signal.signal(signal.SIGUSR1, lambda *_: attempt("signal"))
threading.Thread(target=lambda: (threading.main_thread().join(), attempt("thread"))).start()
"""
    result = bench.run([*SEALED, "--fail-on-violation"], code)
    for name in ("atexit", "signal", "thread", "del"):
        result.expect(2, out=f"{name} refused")
