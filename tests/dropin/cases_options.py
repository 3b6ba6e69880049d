"""Command-line options of python3, alone and in combination."""

from __future__ import annotations

from side_by_side import Case

# Everything an option is known to change.
PROBE = (
    "import sys; print(sys.flags, sys.warnoptions, sys._xoptions, sys.argv, sys.orig_argv[1:], "
    "sys.path, sys.dont_write_bytecode, sys.pycache_prefix, sys.stdout.encoding, "
    "sys.stdout.line_buffering, sys.stdout.write_through, sys.getfilesystemencoding(), "
    "__debug__, sorted(sys.modules), sep='\\n')"
)

SINGLE = (
    "-b -bb -B -d -dd -E -I -O -OO -P -q -s -S -u -R -BE -Es -sS -IS -IE -Ib -uB -OOB -qsE -PE "
    "-bBdEsPqu -bBEIOPqsSu"
).split()

WITH_VALUE = (
    "-Werror",
    "-Wignore",
    "-Wdefault",
    "-Wonce::UserWarning",
    "-Wbogus",
    "-Werror::nosuch.Category",
    "-W a:b:c:d:e:f",
    "-Xdev",
    "-Xutf8",
    "-Xutf8=0",
    "-Xutf8=1",
    "-Xfaulthandler",
    "-Xtracemalloc",
    "-Xtracemalloc=5",
    "-Xshowrefcount",
    "-Xfrozen_modules=off",
    "-Xfrozen_modules=on",
    "-Xno_debug_ranges",
    "-Xpycache_prefix=elsewhere",
    "-Xint_max_str_digits=1000",
    "-Xwarn_default_encoding",
    "-Xunknown=1",
    "-Xsafe_path",
    "-X a=b",
)

PRINT_AND_EXIT = ("-V", "-VV", "-VVV", "--version", "-Vx", "-BV")
HELP = ("-h", "-?", "--help")
MORE_HELP = ("--help-env", "--help-xoptions", "--help-all")

# What stops python3 before any code runs.
REFUSED: tuple[tuple[str, ...], ...] = (
    ("-c",),
    ("-m",),
    ("-W",),
    ("-X",),
    ("-z",),
    ("-Bz",),
    ("-j",),
    ("--nosuch",),
    ("--nosuch=1",),
    ("--check-hash-based-pycs",),
    ("--check-hash-based-pycs", "bogus", "-c", "pass"),
    ("-Xutf8=2", "-c", "pass"),
    ("-Xtracemalloc=-1", "-c", "pass"),
    ("-Xtracemalloc=x", "-c", "pass"),
    ("-Xint_max_str_digits=1", "-c", "pass"),
    ("-Xint_max_str_digits=x", "-c", "pass"),
    ("-Xfrozen_modules=bogus", "-c", "pass"),
    ("-I", "-m"),
    ("nosuch.py",),
    ("nosuch.py", "-c", "pass"),
    ("-m", "nosuch"),
    ("-m", "nosuch.sub"),
    ("-m", "package.nosuch"),
    ("-m", "mainless"),
    ("-m", "os.path.nosuch"),
    ("-m", ""),
    ("nomain",),
    ("nomain.zip",),
    ("-c", "1 +"),
    ("-c", "\x01"),
)

IMPORT_TIME = (r"time: +\d+ \| +\d+ \|",)
# -v tells object sizes and garbage counts as well as addresses.
VERBOSE = (r"# destroy .*", r"# cleanup\[\d\] .*", r"# clear .*", r"# wiping .*")

CASES = [
    *(Case(f"option {option}", (option, "-c", PROBE, "a", "-b")) for option in SINGLE),
    *(Case(f"value {option}", (option, "-c", PROBE)) for option in WITH_VALUE),
    *(Case(f"split {o}", (o[:2], o[2:].strip(), "-c", PROBE)) for o in WITH_VALUE[:3]),
    *(Case(f"prints {option}", (option,)) for option in PRINT_AND_EXIT),
    *(Case(f"help {o}", (o,), stdout_may_begin_otherwise=True) for o in HELP),
    *(Case(f"help {option}", (option,)) for option in MORE_HELP),
    *(Case(f"refused {' '.join(words)!r}", words) for words in REFUSED),
    *(
        Case(f"hash-based pycs {mode}", ("--check-hash-based-pycs", mode, "-c", PROBE))
        for mode in ("always", "default", "never")
    ),
    Case("-X importtime", ("-X", "importtime", "-c", "import json"), volatile=IMPORT_TIME),
    Case("-v", ("-v", "-c", "import json"), volatile=VERBOSE),
    Case("-vv without site", ("-vv", "-S", "-c", "pass"), volatile=VERBOSE),
    Case("-X presite is too new or known", ("-X", "presite=json", "-c", PROBE)),
    Case("-X cpu_count", ("-X", "cpu_count=3", "-c", PROBE)),
    Case("-X gil", ("-X", "gil=1", "-c", PROBE)),
    Case("-X perf", ("-X", "perf=0", "-c", PROBE)),
    Case("-X dev with warnings", ("-X", "dev", "-c", "import warnings; open('script.py')")),
    Case("-b compares bytes", ("-b", "-c", "b'a' == 'a'")),
    Case("-bb compares bytes", ("-bb", "-c", "b'a' == 'a'")),
    Case("-O removes assert", ("-O", "-c", "assert False; print(__debug__)")),
    Case("-OO removes docstrings", ("-OO", "-c", "def f(): 'doc'\nprint(f.__doc__)")),
    Case("-d parser output", ("-d", "-c", "x = 1")),
    Case("-x skips a line", ("-x", "first.py"), files={"first.py": "not python\nprint(2)\n"}),
    Case("-x keeps line numbers", ("-x", "f.py"), files={"f.py": "@echo off\n1 / 0\n"}),
    Case("-s and user site", ("-s", "-m", "site"), environment={"PYTHONUSERBASE": "base"}),
    Case("-S imports no site", ("-S", "-c", "import sys; print('site' in sys.modules, sys.path)")),
    Case("options after -c belong to it", ("-c", PROBE, "-I", "--no-network", "--help")),
    Case("options after -m belong to it", ("-m", "package", "-I", "--help", "--version")),
    Case("options after a script belong to it", ("script.py", "-I", "--help", "--version")),
    Case("options after a dash belong to it", ("-", "-I", "--help"), stdin=PROBE.encode()),
    Case("two dashes end options", ("--", "script.py", "x")),
    Case("a joined -c", ("-cprint(1)", "x")),
    Case("a joined -m", ("-mpackage", "x")),
    Case("-Bc in one word", ("-Bc", PROBE, "x")),
    Case("-Im in one word", ("-Im", "this")),
    Case("a long warning list", ("-Wa", "-We", "-Wd", "-Wi", "-c", PROBE)),
    Case("-X repeated", ("-Xa", "-Xa=1", "-Xb", "-c", PROBE)),
    Case("multiprocessing's own command line", ("-B", "-I", "-c", PROBE, "--multiprocessing-fork")),
]
