"""Where the interpreter is called from, and what it calls itself: argv[0],
links, PATH, virtual environments, child processes, the terminal."""

from __future__ import annotations

import shlex

from side_by_side import Case

WHO = (
    "import sys; print(sys.executable, sys._base_executable, sys.prefix, sys.base_prefix, sys.path)"
)
CHILD = (
    "import sys, subprocess as s; "
    "s.run([sys.executable, '-c', 'import sys; print(sys.executable, sys.prefix)'])"
)
POOL = (
    "import sys, {module} as m\n"
    "def f(x): return x * x, m is not None\n"
    "if __name__ == '__main__':\n"
    "    import multiprocessing, concurrent.futures as cf\n"
    "    context = multiprocessing.get_context('{method}')\n"
    "    with cf.ProcessPoolExecutor(2, mp_context=context) as pool:\n"
    "        print(list(pool.map(f, range(5))))\n"
    "    with context.Pool(2) as pool: print(pool.map(f, range(5)))\n"
)

# In these the interpreter is called `python` on both sides.
SHELL: dict[str, str] = {
    "through PATH": f'PATH=$PWD/bin:$PATH python -c "{WHO}"',
    "through PATH, relative": f'PATH=bin:$PATH python -c "{WHO}"',
    "through an empty PATH entry": f'cd bin; PATH=:$PATH python -c "{WHO}"',
    "by a relative path": f'bin/python -c "{WHO}"',
    "by a dotted path": f'./bin/python -c "{WHO}"',
    "by a path with dots inside": f'sub/../bin/python -c "{WHO}"',
    "by a path above": f'cd sub; ../bin/python -c "{WHO}"',
    "by a link to a link": f'ln -s bin/python p; ./p -c "{WHO}"',
    "by a linked directory": f'ln -s bin b; b/python -c "{WHO}"',
    "beside a plain file pyvenv.cfg": f'echo x > pyvenv.cfg; bin/python -c "{WHO}"',
    "beside a pyvenv.cfg without site packages": (
        f'printf "home = /usr/bin\\ninclude-system-site-packages = false\\n" > pyvenv.cfg; '
        f'bin/python -c "{WHO}"; bin/python -I -c "{WHO}"; bin/python -S -c "{WHO}"'
    ),
    "beside a pyvenv.cfg with site packages": (
        f'printf "home = /usr/bin\\ninclude-system-site-packages = true\\n" > pyvenv.cfg; '
        f'bin/python -c "{WHO}"; bin/python -m site'
    ),
    "a stdlib beside it is not ours": (
        f'mkdir -p lib/python3.11 && touch lib/python3.11/os.py; bin/python -c "{WHO}"'
    ),
    "a child of sys.executable": f'bin/python -c "{CHILD}"',
    "-m venv": 'bin/python -m venv --without-pip v && ls v/bin && v/bin/python -c "'
    + WHO.replace("sys._base_executable, ", "")
    + '"; cd v/bin; PATH=.:$PATH; python3 -c "import sys; print(sys.prefix)"',
    "-m venv, sysconfig": "bin/python -m venv --without-pip v; v/bin/python -c "
    '"import sysconfig; print(sysconfig.get_paths())"',
    "-m venv with site packages": "bin/python -m venv --without-pip --system-site-packages v; "
    'v/bin/python -c "import sys; print(sys.path)"; v/bin/python -m site',
    "-m venv in a venv": "bin/python -m venv --without-pip v; "
    "v/bin/python -m venv --without-pip w; "
    'w/bin/python -c "import sys; print(sys.prefix, sys.base_prefix)"',
    "an activated venv": "bin/python -m venv --without-pip v; . v/bin/activate; "
    'python -c "import sys; print(sys.executable, sys.prefix)"; python3 script.py a',
    "a script of a venv": "bin/python -m venv --without-pip v; "
    '(echo "#!$PWD/v/bin/python"; cat script.py) > v/bin/tool; chmod +x v/bin/tool; '
    "v/bin/tool a; PATH=$PWD/v/bin:$PATH tool b",
    "a link to a venv's python": "bin/python -m venv --without-pip v; ln -s v/bin/python p; "
    './p -c "import sys; print(sys.executable, sys.prefix)"',
    "a .pth file of a venv": "bin/python -m venv --without-pip v; "
    "d=$(v/bin/python -c \"import sysconfig; print(sysconfig.get_path('purelib'))\"); "
    "echo \"import sys; print('pth', sys.flags.isolated)\" > $d/x.pth; "
    "v/bin/python -c pass; v/bin/python -I -c pass; v/bin/python -S -c pass",
    "zipapp": 'bin/python -m zipapp appdir -o z.pyz -p "$PWD/bin/python"; ./z.pyz a b',
    "pip in a venv": "bin/python -m venv v >/dev/null; v/bin/pip --version; head -1 v/bin/pip; "
    "v/bin/python -m pip list --disable-pip-version-check",
}

TERMINAL = """\
import os, pty, sys, time
pid, fd = pty.fork()
if pid == 0:
    os.environ["TERM"] = "dumb"
    os.execv(sys.argv[1], [sys.argv[1], *sys.argv[2:]])
out = b""
def until(mark):
    global out
    start = len(out)
    while mark not in out[start:]:
        out += os.read(fd, 4096)
for line in LINES:
    until(b">>> ")
    time.sleep(0.3)  # An interrupt is lost on a prompt that does not wait yet.
    os.write(fd, line)
try:
    while chunk := os.read(fd, 4096):
        out += chunk
except OSError:
    pass
sys.stdout.write(out.decode().replace(sys.argv[1], "P"))
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""
DIALOGUES: dict[str, tuple[bytes, ...]] = {
    "sums and end of file": (b"1 + 1\n", b"\x04"),
    "readline and history": (
        b"import readline; readline.get_current_history_length()\n",
        b"readline.get_history_item(1)\n",
        b"exit(3)\n",
    ),
    "completion": (b"import str\tuct\n", b"struct.calcsi\t('i')\n", b"\x04"),
    "an interrupt": (b"\x03", b"2 + 2\n", b"\x04"),
    "an error": (b"1 / 0\n", b"_\n", b"import sys; sys.last_type\n", b"\x04"),
    "help and licence": (b"help\n", b"copyright\n", b"quit\n", b"exit()\n"),
    "a block and a string of several lines": (
        b"def f():\n  return 1\n\n",
        b"f() + (\n1)\n",
        b"'''a\nb'''\n",
        b"\x04",
    ),
    "line editing": (b"1 + 3\x01" + b"10 + \n", b"abc\x15" + b"7\n", b"\x1b[A\n", b"\x04"),
    "input with a prompt": (b"input('name? ')\nme\n", b"_\n", b"exit('bye')\n"),
    "an interrupt of a computation": (b"while True: pass\n\n\x03", b"5\n", b"\x04"),
    "what a terminal tells": (
        b"import os, sys; os.isatty(0), sys.stdin.line_buffering, os.get_terminal_size()\n",
        b"os.tcgetpgrp(0) == os.getpid(), os.ttyname(0)[:5], sys.stdout.name\n",
        b"\x04",
    ),
    "a child on the terminal": (b"import os; os.system('test -t 0; echo $?')\n", b"\x04"),
    "a signal": (b"import os; os.kill(os.getpid(), 15)\n",),
    "a crash": (b"import os; os.abort()\n",),
}
# What is asked after a program.
ASKED = (b"sorted(globals())[-3:]\n", b"import sys; sys.argv, sys.flags\n", b"\x04")
AFTER: dict[str, tuple[str, ...]] = {
    "a script": ("-i", "script.py", "a"),
    "an error": ("-i", "raises.py"),
    "a module": ("-i", "-m", "package"),
    "a command": ("-i", "-c", "x = 5"),
    "nothing, with options": ("-bBIs",),
    "a start-up file": ("-q",),
}

DRIVER = {"terminal.py": TERMINAL}
HISTORY = {"PYTHON_BASIC_REPL": "1", "PYTHON_HISTORY": "history"}

CASES = [
    *(Case(f"place: {name}", shell=script, link="bin/python") for name, script in SHELL.items()),
    *(
        Case(
            f"workers by {method}",
            ("pool.py",),
            files={"pool.py": POOL.format(method=method, module="json")},
        )
        for method in ("fork", "spawn", "forkserver")
    ),
    *(
        Case(
            f"terminal: {name}",
            shell='/usr/bin/python3.11 terminal.py "$PYTHON" -q; cat .python_history',
            link="bin/python",
            environment=HISTORY,
            files={"terminal.py": f"LINES = {lines!r}\n{TERMINAL}"},
        )
        for name, lines in DIALOGUES.items()
    ),
    *(
        Case(
            f"terminal after {name}",
            shell=f'/usr/bin/python3.11 terminal.py "$PYTHON" {shlex.join(words)}; '
            "cat .python_history",
            link="bin/python",
            environment=HISTORY | {"PYTHONSTARTUP": "start.py"},
            files={
                "terminal.py": f"LINES = {ASKED!r}\n{TERMINAL}",
                "start.py": "print('started')\n",
            },
        )
        for name, words in AFTER.items()
    ),
]
