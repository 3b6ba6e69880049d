"""The hand-over itself: where it stands, what damages it, who sees it."""

from __future__ import annotations

import fcntl
import os
import resource
import sys

from harness import Bench, Result, Skipped, case

DESCRIPTOR = 1023
ALL_SEALS = fcntl.F_SEAL_SEAL | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE

CONNECT = """
import socket
try:
    socket.create_connection(("192.0.2.1", 9), 0.01)
except RuntimeError as error:
    print("refused", error)
except OSError:
    print("tried")
"""

IN_CHILD = f"""
import subprocess, sys
child = {CONNECT!r}
sys.exit(subprocess.run([sys.executable, "-c", child]).returncode)
"""


def _memory_file(name: str, content: bytes, seals: int) -> int:
    fd = os.memfd_create(name, os.MFD_ALLOW_SEALING)
    os.write(fd, content)
    fcntl.fcntl(fd, fcntl.F_ADD_SEALS, seals)
    os.dup2(fd, DESCRIPTOR)
    os.close(fd)
    return DESCRIPTOR


def _with_memory_file(bench: Bench, name: str, content: bytes, seals: int, code: str) -> Result:
    """In a child of its own: the descriptor is one for a whole process."""
    script = bench.directory / "starter.py"
    script.write_text(
        f"import os, sys\nsys.path.insert(0, {os.path.dirname(__file__)!r})\n"
        "import cases_handover\n"
        f"cases_handover._memory_file({name!r}, {content!r}, {seals})\n"
        "os.execv(sys.argv[1], [sys.argv[1], '-c', sys.argv[2]])\n"
    )
    program = script.read_text()
    return bench.run([], program, bench.binary, code, executable=sys.executable)


@case("handover/a damaged one stops the start")
def _damaged(bench: Bench) -> None:
    contents = (b"", b"x" * 500, b"hermetic-handover 1\n" + bytes(500))
    for content in contents:
        result = _with_memory_file(
            bench, "hermetic-policy", content, ALL_SEALS, "open('mark', 'w')"
        )
        result.expect(1, err="hermetic: the policy of the process that started this one")
    assert not (bench.directory / "mark").exists()


@case("handover/one that could still be changed stops the start")
def _unsealed(bench: Bench) -> None:
    result = _with_memory_file(bench, "hermetic-policy", b"x" * 500, 0, "open('mark', 'w')")
    result.expect(1, err="damaged")
    assert not (bench.directory / "mark").exists()


@case("handover/another memory file at the descriptor is left alone")
def _other(bench: Bench) -> None:
    code = f"import os; print(os.pread({DESCRIPTOR}, 100, 0))"
    _with_memory_file(bench, "other", b"mine", ALL_SEALS, code).expect(0, out="b'mine'")


@case("handover/a child has the descriptors that it has under python3")
def _descriptors(bench: Bench) -> None:
    code = (
        "import subprocess, sys\n"
        "show = 'import os; print(sorted(os.listdir(\"/proc/self/fd\")))'\n"
        "for how in ({}, {'close_fds': False}):\n"
        "    subprocess.run([sys.executable, '-c', show], **how)\n"
    )
    want = bench.run([], code, executable=bench.python).out
    assert bench.run([], code).out == want
    assert bench.run(["--no-network"], code).out == want


@case("handover/with no policy nothing is handed down")
def _nothing(bench: Bench) -> None:
    code = f"import subprocess; subprocess.run(['sh', '-c', 'ls /proc/self/fd | grep -c {DESCRIPTOR}'])"
    bench.run([], code).expect(0, out="0")


@case("handover/a low soft limit is no obstacle and stays as it is")
def _soft_limit(bench: Bench) -> None:
    def lower() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, 4096))

    code = IN_CHILD.replace(
        "child = ", "child = 'import resource; print(resource.getrlimit(7))' + "
    )
    result = bench.run(["--no-network"], code, before=lower)
    result.expect(0, out="(256, 4096)")
    assert "refused" in result.out


@case("handover/a low hard limit is no obstacle either")
def _hard_limit(bench: Bench) -> None:
    code = "import resource; resource.setrlimit(7, (64, 64))" + IN_CHILD
    options = ["--no-network", "--audit-log", "log.jsonl"]
    for before in (None, lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))):
        bench.run(options, code, before=before).expect(0, out="refused")
        assert [line["guard"] for line in bench.log()] == ["network"]
        (bench.directory / "log.jsonl").unlink()


@case("handover/a forged one beside it stops the start")
def _forged(bench: Bench) -> None:
    # The real one goes where the limit allows, the forged one stands where it usually is.
    code = (
        "import fcntl, os, resource\n"
        "forged = os.memfd_create('hermetic-policy', os.MFD_ALLOW_SEALING)\n"
        "os.write(forged, b'x' * 500)\n"
        f"fcntl.fcntl(forged, 1033, {ALL_SEALS})\n"
        f"os.dup2(forged, {DESCRIPTOR})\n"
        "os.close(forged)\n"
        "resource.setrlimit(7, (64, 64))\n"
    )
    start = f"os.execv({bench.binary!r}, [{bench.binary!r}, '-c', 'print(\"tried\")'])"
    result = bench.run(["--no-network"], code + start)
    result.expect(1, err="hermetic: the policy of the process that started this one")
    assert "tried" not in result.out, result.out


@case("handover/a child cannot loosen what it was handed")
def _looser(bench: Bench) -> None:
    code = IN_CHILD.replace(
        "sys.executable,",
        "sys.executable, '--no-network', '--allow-host', '192.0.2.1', '--on-violation=log',",
    )
    bench.run(["--no-network"], code).expect(0, out="refused")


@case("handover/a child can tighten")
def _tighter(bench: Bench) -> None:
    code = IN_CHILD.replace("sys.executable,", "sys.executable, '--no-network',")
    bench.run(["--deny-import", "fractions"], code).expect(0, out="refused")
    bench.run(["--deny-import", "fractions"], IN_CHILD).expect(0, out="tried")


@case("handover/a message names the parent's source")
def _origin(bench: Bench) -> None:
    (bench.directory / "policy.toml").write_text("no_network = true\n")
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.create_connection((\"192.0.2.1\", 9))'])"
    bench.run(["--config", "policy.toml"], code).expect(
        0, err="policy: --no-network, from the parent process: "
    )


@case("handover/levels do not grow from generation to generation")
def _generations(bench: Bench) -> None:
    (bench.directory / "hermetic.toml").write_text("no_network = true\n")
    code = f"""
import subprocess, sys
depth = int(sys.argv[1]) if len(sys.argv) > 1 else 0
subprocess.run(["sh", "-c", "grep -c ^level /proc/self/fd/{DESCRIPTOR}"])
if depth < 3:
    subprocess.run([sys.executable, "program.py", str(depth + 1)])
"""
    result = bench.run(["--deny-import", "fractions"], code)
    # The options are the first one's alone; the file is everybody's.
    assert result.out.split() == ["1", "2", "2", "2"], result


@case("handover/a policy of the API holds children that start inside")
def _block(bench: Bench) -> None:
    if bench.run([], "import hermetic.blocker").code != 0:
        raise Skipped("this build has no package hermetic")
    code = f"""
import subprocess, sys
from hermetic import hermetic_blocker
def child():
    return subprocess.run([sys.executable, "-c", {CONNECT!r}], capture_output=True, text=True).stdout
with hermetic_blocker(block_network=True):
    print("inside", child())
print("after", child())
"""
    result = bench.run([], code)
    result.expect(0, out="inside refused")
    assert "after tried" in result.out, result.out


@case("handover/os.system answers as under python3")
def _system(bench: Bench) -> None:
    code = """
import os, signal
print([os.system(c) for c in ("exit 3", "true", "kill -9 $$", "absent-program 2>/dev/null")])
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, os.system("trap") )
"""
    want = bench.run([], code, executable=bench.python).out
    assert bench.run(["--no-network"], code).out == want


@case("handover/posix_spawn cannot put another file in its place")
def _spawn_actions(bench: Bench) -> None:
    code = f"""
import os, sys
for action in ((os.POSIX_SPAWN_DUP2, 1, {DESCRIPTOR}),
               (os.POSIX_SPAWN_OPEN, {DESCRIPTOR}, "/dev/null", os.O_RDONLY, 0)):
    try:
        os.posix_spawn("/bin/true", ["true"], os.environ, file_actions=[action])
        print("spawned")
    except OSError as error:
        print("refused", error.errno)
closing = [(os.POSIX_SPAWN_CLOSE, fd) for fd in range(3, 1024)]
argv = [sys.executable, "-c", {CONNECT!r}]
pid = os.posix_spawn(argv[0], argv, os.environ, file_actions=closing)
os.waitpid(pid, 0)
"""
    result = bench.run(["--no-network"], code)
    result.expect(0)
    assert result.out.count("refused 9") == 2 and "refused network" in result.out, result.out
    assert "spawned" not in result.out and "tried" not in result.out


@case("handover/another Python in between that closes descriptors ends no chain")
def _in_between(bench: Bench) -> None:
    if not bench.kernel:
        raise Skipped("this build has no kernel layer")
    own = f"import subprocess; subprocess.run([{bench.binary!r}, '-c', 'import fractions'])"
    deeper = f"import subprocess; subprocess.run(['sh', '-c', {bench.python!r} + ' between.py; :'])"
    (bench.directory / "between.py").write_text(own)
    for code in (own, deeper):
        start = f"import subprocess; subprocess.run([{bench.python!r}, '-c', {code!r}])"
        options = ["--deny-import", "fractions", "--kernel=auto", "--fail-on-violation"]
        result = bench.run(options, start)
        result.expect(2, err="hermetic: blocked imports: import fractions")
        assert "1 in child processes" in result.err, result.err


@case("handover/threads that close the descriptor meanwhile")
def _closing_threads(bench: Bench) -> None:
    code = f"""
import os, sys, threading
ended = False
def close():
    while not ended:
        try:
            os.close({DESCRIPTOR})
        except OSError:
            pass
threads = [threading.Thread(target=close) for _ in range(3)]
for thread in threads:
    thread.start()
sys.setswitchinterval(1e-6)
test = ["test", "-e", "/proc/self/fd/{DESCRIPTOR}"]
lost = 0
for _ in range(1000):
    pid = os.posix_spawn("/usr/bin/test", test, os.environ)
    lost += os.waitpid(pid, 0)[1] != 0
ended = True
print("lost", lost)
"""
    bench.run(["--no-network"], code).expect(0, out="lost 0")
