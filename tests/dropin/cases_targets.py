"""What python3 is asked to run: scripts, folders, archives, modules, stdin."""

from __future__ import annotations

from side_by_side import PROBE_TARGET, Case

ARGUMENTS = ("a", "-b", "--c=d", "")

TARGETS: tuple[tuple[str, ...], ...] = (
    ("script.py",),
    ("./script.py",),
    ("sub/nested.py",),
    ("sub/../script.py",),
    ("-I", "script.py"),
    ("-P", "script.py"),
    ("-E", "sub/nested.py"),
    ("appdir",),
    ("./appdir/",),
    ("-I", "appdir"),
    ("app.zip",),
    ("-I", "app.zip"),
    ("-m", "package"),
    ("-m", "package.tool"),
    ("-I", "-m", "package"),
    ("-P", "-m", "package"),
    ("-m", "package.__main__"),
    ("-m", "script"),
    ("-c", PROBE_TARGET),
    ("-I", "-c", PROBE_TARGET),
    ("-P", "-c", PROBE_TARGET),
)

LIBRARY_TOOLS: tuple[tuple[str, ...], ...] = (
    ("-m", "this"),
    ("-m", "json.tool", "--help"),
    ("-m", "timeit", "-h"),
    ("-m", "site", "--user-base"),
    ("-m", "sysconfig"),
    ("-m", "platform"),
    ("-m", "compileall", "-q", "sub"),
    ("-m", "tokenize", "script.py"),
    ("-m", "dis", "script.py"),
    ("-m", "ast", "script.py"),
    ("-m", "unittest", "-h"),
    ("-m", "pydoc", "json.tool"),
    ("-m", "zipfile", "-l", "app.zip"),
    ("-m", "calendar", "2024", "2"),
    ("-m", "encodings.rot_13"),
    ("-m", "inspect", "json"),
    ("-m", "runpy"),
    ("-m", "cProfile", "-h"),
    ("-m", "pdb", "--help"),
    ("-m", "venv", "--help"),
    ("-m", "tarfile", "-h"),
    ("-m", "py_compile", "script.py"),
)

# File content and the name of what is odd about it.
SOURCES: dict[str, str | bytes] = {
    "an empty file": "",
    "no newline at the end": "print(1)",
    "a byte order mark": b"\xef\xbb\xbfprint('\xc3\xa9')\n",
    "a latin-1 cookie": b"# -*- coding: latin-1 -*-\nprint(ascii('\xe9'))\n",
    "a cookie in the second line": b"#!/bin/env python3\n# coding: cp1252\nprint(ascii('\x80'))\n",
    "an unknown cookie": b"# coding: bogus\nprint(1)\n",
    "a cookie against the byte order mark": b"\xef\xbb\xbf# coding: latin-1\nprint(1)\n",
    "bytes that are not UTF-8": b"print('\xff')\n",
    "a null byte": b"print(1)\x00\n",
    "a form feed": b"\x0cprint(1)\n",
    "carriage returns": b"print(1)\r\nprint(2)\r\n",
    "tabs and spaces": b"if 1:\n\tx = 1\n        y = 2\n",
    "a syntax error": b"x = (1,\nprint(2\n",
    "an unclosed string": b"x = '''abc\n",
    "a bad indent": b"def f():\nreturn 1\n",
    "an invalid character": "x = 1\u00d7 2\n",
    "a return outside": b"return 1\n",
    "a future import": b"from __future__ import annotations, nosuch\n",
    "a shebang": b"#!/usr/bin/python3 -E\nprint(1)\n",
    "an encoding error in output": b"print('\\ud800')\n",
    "a syntax warning": b"x = 1 is 1\nassert (1, 'x')\nprint('\\d')\n",
    "a deep expression": b"x = " + b"(" * 300 + b"1" + b")" * 300 + b"\n",
    "walrus, match and groups": (
        b"match (y := [1, 2]):\n case [a, *_]: print(a, y)\n"
        b"try:\n raise ExceptionGroup('g', [ValueError(1)])\n"
        b"except* ValueError as e: print(repr(e))\n"
    ),
}

# sysconfig tells the executable's folder and the name python3 was built with.
BUILD_FACTS = (r"projectbase = .*", r"EXENAME = .*")

CASES = [
    *(Case(f"target {' '.join(t)[:40]!r}", t + ARGUMENTS) for t in TARGETS),
    *(
        # By a link, because usage lines and sysconfig tell the name and the folder.
        Case(f"tool {' '.join(t)}", t, link="bin/python", volatile=BUILD_FACTS)
        for t in LIBRARY_TOOLS
    ),
    *(
        Case(f"source with {what}", ("f.py",), files={"f.py": text})
        for what, text in SOURCES.items()
    ),
    Case("stdin", stdin=PROBE_TARGET.encode()),
    Case("stdin by a dash", ("-", *ARGUMENTS), stdin=PROBE_TARGET.encode()),
    Case("stdin with an error", stdin=b"x = 1\n1 / 0\nprint(2)\n"),
    Case("stdin with a syntax error", stdin=b"x = (\n"),
    Case("stdin that is empty"),
    Case("stdin with a latin-1 cookie", stdin=b"# coding: latin-1\nprint(ascii('\xe9'))\n"),
    Case("stdin that is read by the program", stdin=b"import sys\nprint(sys.stdin.read())\n"),
    Case("stdin by /dev/stdin", ("/dev/stdin", "a"), stdin=PROBE_TARGET.encode()),
    Case("a script from a pipe", shell='cat script.py | "$PYTHON" /dev/fd/0 a'),
    Case("a script from a descriptor", shell='"$PYTHON" /dev/fd/7 a 7<script.py'),
    Case("a script that is a FIFO", shell='mkfifo f; (cat script.py > f &) ; "$PYTHON" f a'),
    Case("a script by a link", shell='ln -s sub/nested.py link.py; "$PYTHON" link.py a'),
    Case("a script by a link elsewhere", shell='ln -s ../script.py sub/l; "$PYTHON" sub/l a'),
    Case("a broken link", shell='ln -s nowhere link.py; "$PYTHON" link.py'),
    Case("a script by its absolute path", shell='"$PYTHON" "$PWD/sub/nested.py" a'),
    Case("a directory above", shell='cd sub; "$PYTHON" ../script.py; "$PYTHON" ..'),
    Case(
        "a compiled script", shell='"$PYTHON" -m compileall -qb script.py; "$PYTHON" script.pyc a'
    ),
    Case(
        "a compiled script of another version",
        ("x.pyc",),
        files={"x.pyc": b"\0\0\r\n" + b"\0" * 12},
    ),
    Case("a truncated archive", ("t.zip",), files={"t.zip": b"PK\x03\x04\x00\x00"}),
    Case("an archive behind a shebang", shell='(echo "#!/bin/sh"; cat app.zip) > a; "$PYTHON" a x'),
    Case("a binary file", ("/bin/true",)),
    Case("a name that is too long", ("x" * 5000,)),
    Case("an empty script name", ("",)),
    Case("a package directory as a script", ("package",)),
    Case("-c with nothing in it", ("-c", "", "a")),
    Case("-c of several lines", ("-c", "import sys\nfor a in sys.argv:\n  print(a)\n", "x")),
    Case("-c with an error", ("-c", "x = 1\n1 / 0")),
    Case("-m of a module that raises", ("-m", "raises")),
    Case("-m of a package that raises", ("-m", "bad"), files={"bad/__init__.py": "1 / 0\n"}),
    Case("-m of a built-in module", ("-m", "sys")),
    Case("-m of an extension module", ("-m", "_json")),
    Case("-m of a relative name", ("-m", ".script")),
    Case("-m with a file name", ("-m", "script.py")),
    Case("-m in a namespace package", ("-m", "ns.mod"), files={"ns/mod.py": PROBE_TARGET}),
    Case(
        "an executable script", shell='(echo "#!$PYTHON"; cat script.py) > x; chmod +x x; ./x a -b'
    ),
    Case(
        "an executable script through env",
        shell='mkdir b; ln -s "$PYTHON" b/pyx; (echo "#!/usr/bin/env pyx"; cat script.py) > x; '
        "chmod +x x; PATH=$PWD/b:$PATH ./x a -b",
    ),
    Case(
        "env -S with options",
        shell='mkdir b; ln -s "$PYTHON" b/pyx; '
        '(echo "#!/usr/bin/env -S pyx -I -B"; cat script.py) > x; '
        "chmod +x x; PATH=$PWD/b:$PATH ./x a -b",
    ),
    Case("a traceback with a cause", ("raises.py",)),
    Case(
        "a module that hides the library's",
        ("sh.py",),
        files={"sh.py": "import json; print(json.x)", "json.py": "x = 'hidden'\n"},
    ),
    Case(
        "the same under -P",
        ("-P", "sh.py"),
        files={"sh.py": "import json; print(hasattr(json, 'x'))", "json.py": "x = 'hidden'\n"},
    ),
    Case("bytecode is written", shell='"$PYTHON" -c "import package.tool"; ls package/__pycache__'),
    Case("bytecode is not written under -B", shell='"$PYTHON" -B -c "import sub.sibling"; ls sub'),
    Case(
        "bytecode prefix", shell='"$PYTHON" -X pycache_prefix=c -c "import sub.sibling"; ls c sub'
    ),
]
