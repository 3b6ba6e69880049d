"""--no-subprocess and --allow-run: which programs start, by every route."""

from __future__ import annotations

import os
import shutil

from harness import Bench, case

ROUTES = """
import os, subprocess, sys
def run(name, start):
    try:
        print(name, start(), flush=True)
    except RuntimeError as error:
        print(name, "refused", flush=True)
    except OSError as error:
        print(name, "error", error.errno, flush=True)
def output(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options).stdout.strip()
def spawned(function, *arguments):
    return os.waitpid(function(*arguments, os.environ), 0)[1]
def executed(path, forked=os.fork):
    pid = forked()
    if pid == 0:
        try:
            os.execv(path, ["echo", "executed"])
        finally:
            os._exit(7)
    return os.waitpid(pid, 0)[1]
"""


def _lines(bench: Bench, options: list[str], code: str) -> dict[str, str]:
    result = bench.run(options, ROUTES + code)
    assert result.code == 0, result
    return dict(line.split(" ", 1) for line in result.out.splitlines() if " " in line)


@case("programs/nothing is started without a list")
def _nothing(bench: Bench) -> None:
    code = """
run("run", lambda: output("echo", "ran"))
run("shell", lambda: output("echo ran", shell=True))
run("system", lambda: os.system("true"))
run("spawn", lambda: spawned(os.posix_spawn, "/bin/echo", ["echo"]))
run("spawnp", lambda: spawned(os.posix_spawnp, "echo", ["echo"]))
run("fork", os.fork)
run("exec", lambda: os.execv("/bin/echo", ["echo"]))
"""
    lines = _lines(bench, ["--no-subprocess"], code)
    assert len(lines) == 7 and set(lines.values()) == {"refused"}, lines


@case("programs/a listed name starts and no other")
def _listed(bench: Bench) -> None:
    os.symlink(shutil.which("echo") or "", bench.directory / "link")
    code = """
run("run", lambda: output("echo", "ran"))
run("path", lambda: output("/bin/echo", "ran"))
run("link", lambda: output("./link", "ran"))
run("relative", lambda: output("./link", "ran", cwd=os.getcwd()))
run("spawn", lambda: spawned(os.posix_spawn, "/bin/echo", ["echo"]))
run("spawnp", lambda: spawned(os.posix_spawnp, "echo", ["echo"]))
run("absent", lambda: output("absent-program"))
run("other", lambda: output("cat", "/dev/null"))
run("shell", lambda: output("echo ran", shell=True))
run("system", lambda: os.system("echo ran"))
run("fork", os.fork)
run("exec", lambda: os.execv("/bin/cat", ["cat", "/dev/null"]))
"""
    lines = _lines(bench, ["--no-subprocess", "--allow-run", "echo"], code)
    want = {"run": "ran", "path": "ran", "link": "ran", "relative": "ran"}
    want |= {"spawn": "0", "spawnp": "0", "absent": "error 2"}
    want |= dict.fromkeys(("other", "shell", "system", "fork", "exec"), "refused")
    assert lines == want, lines


@case("programs/a PATH of the program's own making gains nothing")
def _path(bench: Bench) -> None:
    mine = bench.directory / "mine"
    mine.mkdir()
    shutil.copy(shutil.which("cat") or "", mine / "echo")
    code = """
os.environ["PATH"] = os.path.abspath("mine")
run("run", lambda: output("echo", "/dev/null"))
run("spawnp", lambda: spawned(os.posix_spawnp, "echo", ["echo", "/dev/null"]))
"""
    lines = _lines(bench, ["--no-subprocess", "--allow-run", "echo"], code)
    assert set(lines.values()) == {"refused"}, lines


@case("programs/a child looks names up where its parent did")
def _path_of_child(bench: Bench) -> None:
    mine = bench.directory / "mine"
    mine.mkdir()
    shutil.copy(shutil.which("cat") or "", mine / "echo")
    code = """
if len(sys.argv) > 1:
    run("child", lambda: output("echo", "/dev/null"))
else:
    env = {"PATH": os.path.abspath("mine")}
    subprocess.run([sys.executable, "program.py", "child"], env=env)
"""
    options = ["--no-subprocess", "--allow-run", "echo", "--allow-run", bench.binary]
    assert _lines(bench, options, code) == {"child": "refused"}


@case("programs/our own interpreter starts where it is listed, and forks")
def _own(bench: Bench) -> None:
    code = """
import multiprocessing
if __name__ == "__main__":
    run("self", lambda: output(sys.executable, "-c", "print('ran')"))
    run("forked", lambda: executed(sys.executable) and "yes")
    for method in ("fork", "spawn"):
        with multiprocessing.get_context(method).Pool(2) as pool:
            print(method, pool.map(abs, [-1, -2]), flush=True)
    run("other", lambda: output("echo", "ran"))
"""
    lines = _lines(bench, ["--no-subprocess", "--allow-run", bench.binary], code)
    assert lines["self"] == "ran" and lines["forked"] == "yes", lines
    assert (
        lines["fork"] == "[1, 2]" and lines["spawn"] == "[1, 2]" and lines["other"] == "refused"
    ), lines


@case("programs/what changes between the check and the start is refused at the start")
def _changing(bench: Bench) -> None:
    code = """
import _posixsubprocess
class Changing(list):
    def __getitem__(self, index):
        return b"/bin/touch"
class Path:
    def __fspath__(self):
        return "/bin/cat"
def fork_exec():
    tail = (-1,) * 6 + os.pipe() + (False, False)
    programs = Changing([b"/bin/echo"])
    arguments = [[b"touch", b"mark"], programs, False, (), None, None, *tail]
    arguments += [-1, None, None, None, -1, None, True]
    return os.waitpid(_posixsubprocess.fork_exec(*arguments), 0)[1] and "stopped"
run("fork_exec", fork_exec)
run("exec", lambda: os.execv(Path(), ["cat", "/dev/null"]))
"""
    options = ["--no-subprocess", "--allow-run", "echo", "--fail-on-violation"]
    result = bench.run(options, ROUTES + code)
    assert not (bench.directory / "mark").exists(), result
    assert result.code == 2 and "subprocess" in result.err, result


@case("programs/a refusal in the forked child is on record")
def _forked(bench: Bench) -> None:
    code = """
run("exec", lambda: executed("/bin/cat"))
"""
    options = ["--no-subprocess", "--allow-run", bench.binary, "--fail-on-violation"]
    result = bench.run(options, ROUTES + code)
    result.expect(2, err="1 violation swallowed by the program (1 subprocess; 1 in child")


@case("programs/a level of a child cannot list what its parent refuses")
def _levels(bench: Bench) -> None:
    code = """
if len(sys.argv) > 1:
    run("echo", lambda: output("echo", "ran"))
    run("cat", lambda: output("cat", "/dev/null"))
else:
    more = ["--no-subprocess", "--allow-run", "cat", "--allow-run", "echo"]
    subprocess.run([sys.executable, *more, "program.py", "child"])
"""
    options = ["--no-subprocess", "--allow-run", "echo", "--allow-run", bench.binary]
    assert _lines(bench, options, code) == {"echo": "ran", "cat": "refused"}
