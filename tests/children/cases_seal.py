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


# What a raw system call says: nothing of the interpreter stands before it.
RAW = """
import ctypes, errno, os, sys
libc = ctypes.CDLL(None, use_errno=True)
SOCKET, OPENAT = (41, 257) if os.uname().machine == "x86_64" else (198, 56)
def raw(*call):
    answer = libc.syscall(*call)
    return "done" if answer >= 0 else errno.errorcode[ctypes.get_errno()]
def socket():
    return raw(SOCKET, 2, 1, 0)
def create():
    return raw(OPENAT, -100, b"mark", os.O_CREAT | os.O_WRONLY, 0o600)
"""
SEAL = RAW + "from hermetic import hermetic_blocker\n"


@case("seal/one of the API is in the kernel too")
def _api_seal(bench: Bench) -> None:
    code = """
print(socket())
with hermetic_blocker(no_network=True, fs_readonly=True, sealed=True, kernel="require"):
    pass
print(socket(), create())
"""
    result = bench.run([], SEAL + code)
    result.expect(0, out="done\nEPERM EACCES\n")
    assert result.err == "", result.err
    assert not (bench.directory / "mark").exists()


@case("seal/one of the API holds the blocks that it makes permanent")
def _api_seal_outer(bench: Bench) -> None:
    code = """
with hermetic_blocker(no_network=True):
    print(socket())
    with hermetic_blocker(fs_readonly=True, sealed=True):
        print(socket(), create())
print(socket())
"""
    bench.run([], SEAL + code).expect(0, out="done\nEPERM EACCES\nEPERM\n")


@case("seal/one of the API adds to that of the command line")
def _api_seal_inner(bench: Bench) -> None:
    code = """
print(socket(), create())
with hermetic_blocker(fs_readonly=True, sealed=True):
    print(create())
"""
    result = replace(bench, kernel=False).run(["--no-network"], SEAL + code)
    result.expect(0, out="EPERM done\nEACCES\n")


@case("seal/one of the API holds threads that run already, and says what it cannot keep")
def _api_seal_threads(bench: Bench) -> None:
    code = """
import threading
sealed, answers = threading.Event(), []
def wait():
    sealed.wait()
    answers.append((socket(), create()))
threads = [threading.Thread(target=wait) for _ in range(4)]
for thread in threads:
    thread.start()
try:
    with hermetic_blocker(no_network=True, fs_readonly=True, sealed=True, kernel=sys.argv[1]):
        pass
except RuntimeError as error:
    print(type(error).__name__, error)
sealed.set()
for thread in threads:
    thread.join()
print(set(answers))
"""
    result = bench.run([], SEAL + code, "auto")
    result.expect(0, out="{('EPERM', 'EACCES')}", err="where other threads run already")
    assert len(result.err.splitlines()) == 1, result.err
    result = bench.run([], SEAL + code, "require")
    result.expect(0, out="HermeticError --kernel=require: ")
    assert "{('done', 'done')}" in result.out, result.out  # And nothing was pushed.


@case("seal/one of the API leaves exceptions for the network where it can be told")
def _api_seal_network(bench: Bench) -> None:
    code = """
import socket as module, threading
listener = module.create_server(("127.0.0.1", 0))
def serve():
    listener.accept()[0].sendall(b"served")
if sys.argv[1] == "threads":
    threading.Thread(target=serve).start()
hermetic_blocker(no_network=True, allow_localhost=True, sealed=True).__enter__()
if sys.argv[1] == "alone":
    threading.Thread(target=serve).start()
print(module.create_connection(listener.getsockname()).recv(9))
"""
    result = bench.run([], SEAL + code, "alone")
    result.expect(0, out="served")
    assert result.err == "", result.err
    result = bench.run([], SEAL + code, "threads")
    result.expect(0, out="served", err="network unavailable: exceptions need a supervisor")


@case("seal/one of the API leaves the workers that run already within reach")
def _api_seal_workers(bench: Bench) -> None:
    code = """
import multiprocessing
worker = multiprocessing.get_context("fork").Process(target=__import__("time").sleep, args=(60,))
worker.start()
hermetic_blocker(no_network=True, sealed=True).__enter__()
worker.terminate()
worker.join()
print(worker.exitcode, socket())
"""
    bench.run([], SEAL + code).expect(0, out="-15 EPERM", err="child processes run already")


@case("seal/many of the API never stop the program")
def _api_seals(bench: Bench) -> None:
    code = """
for host in range(24):
    with hermetic_blocker(fs_readonly=True, allow_read=[f"/{host}"], sealed=True):
        pass
    with hermetic_blocker(fs_readonly=True, sealed=True):
        pass
print(create())
"""
    bench.run([], SEAL + code).expect(0, out="EACCES", err="16 Landlock layers are in force")


@case("seal/one of the API is handed down, and held already in the child")
def _api_seal_child(bench: Bench) -> None:
    code = """
import subprocess
code = RAW + "print(socket(), create()); import socket; socket.create_connection(('192.0.2.1', 9))"
hermetic_blocker(no_network=True, fs_readonly=True, sealed=True).__enter__()
sys.exit(subprocess.run([sys.executable, "-ISE", "-c", code], env={}).returncode)
"""
    result = bench.run([], SEAL + f"RAW = {RAW!r}\n" + code)
    result.expect(2, out="EPERM EACCES", err="blocked network: connect to 192.0.2.1\n")


@case("seal/one of the API keeps other native code out")
def _api_seal_native(bench: Bench) -> None:
    code = """
import mmap
hermetic_blocker(block_native=True, no_subprocess=True, sealed=True).__enter__()
try:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)
except PermissionError:
    print("refused")
import _bz2, _decimal, _lzma, _sqlite3
print("imported")
"""
    bench.run([], SEAL + code).expect(0, out="refused\nimported")


@case("seal/one of the API wipes the environment")
def _api_seal_environment(bench: Bench) -> None:
    code = """
libc.getenv.restype = ctypes.c_char_p
os.environ["ADDED"] = "later"
hermetic_blocker(no_environment=True, sealed=True).__enter__()
print(libc.getenv(b"SECRET"), libc.getenv(b"ADDED"), libc.getenv(b"HOME") is not None)
os.system("env")
"""
    result = bench.run([], SEAL + code, env={"SECRET": "token", "HOME": "/"})
    result.expect(0, out="None None")
    assert "token" not in result.out + result.err and "later" not in result.out, result.out


@case("seal/a block that can be taken back asks nothing of the kernel")
def _api_block(bench: Bench) -> None:
    code = """
with hermetic_blocker(no_network=True, fs_readonly=True):
    pass
print(socket(), create())
try:
    hermetic_blocker(no_network=True, kernel="require")
except ValueError as error:
    print(error)
"""
    bench.run([], SEAL + code).expect(0, out="done done\nhermetic_blocker: kernel: is for a whole")


@case("seal/one of the API leaves a program what it imports from")
def _api_seal_reads(bench: Bench) -> None:
    (bench.directory / "later.py").write_text("")
    code = """
import subprocess, tempfile
def read(path):
    return raw(OPENAT, -100, os.fsencode(path), os.O_RDONLY)
with tempfile.NamedTemporaryFile() as secret, tempfile.TemporaryDirectory() as root:
    print(read(secret.name))
    hermetic_blocker(fs_root=root, sealed=True, kernel="require").__enter__()
    print(read(secret.name), read(__file__), flush=True)
    import later, sqlite3, ssl
    code = "import later; print('imported')"
    subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": os.path.dirname(__file__)})
"""
    bench.run([], SEAL + code).expect(0, out="done\nEACCES done\nimported\n")
