"""PYTHON* variables, locales, and arguments that are not UTF-8."""

from __future__ import annotations

from cases_options import IMPORT_TIME, PROBE, VERBOSE
from side_by_side import Case

SET_AND_PROBE: dict[str, tuple[str, ...]] = {
    "PYTHONPATH": ("sub", "sub:appdir", "", "/nonexistent"),
    "PYTHONOPTIMIZE": ("1", "2", "x"),
    "PYTHONDEBUG": ("1",),
    "PYTHONDONTWRITEBYTECODE": ("1", ""),
    "PYTHONNOUSERSITE": ("1",),
    "PYTHONUNBUFFERED": ("1",),
    "PYTHONWARNINGS": ("error", "ignore,default::UserWarning", "bogus"),
    "PYTHONTRACEMALLOC": ("3", "x"),
    "PYTHONASYNCIODEBUG": ("1",),
    "PYTHONFAULTHANDLER": ("1",),
    "PYTHONMALLOC": ("malloc", "pymalloc", "debug", "malloc_debug", "pymalloc_debug", "bogus"),
    "PYTHONCOERCECLOCALE": ("0", "1", "warn"),
    "PYTHONUTF8": ("0", "1", "bogus"),
    "PYTHONDEVMODE": ("1", ""),
    "PYTHONHASHSEED": ("0", "42", "random", "bogus", "99999999999"),
    "PYTHONPLATLIBDIR": ("lib64",),
    "PYTHONPYCACHEPREFIX": ("cache",),
    "PYTHONINTMAXSTRDIGITS": ("0", "640", "639"),
    "PYTHONNODEBUGRANGES": ("1",),
    "PYTHONSAFEPATH": ("1",),
    "PYTHONWARNDEFAULTENCODING": ("1",),
    "PYTHONIOENCODING": ("latin-1", "ascii:replace", ":surrogateescape", "bogus"),
    "PYTHONCASEOK": ("1",),
    "PYTHON_CPU_COUNT": ("2",),
    "PYTHON_FROZEN_MODULES": ("off",),
    "PYTHON_GIL": ("1",),
    "PYTHON_COLORS": ("1", "0"),
}

EXECUTABLE = "import sys; print(sys.executable, sys._base_executable, sys.prefix, sys.path)"
HASHES = "print(hash('a'), hash(b'b'), {'x', 'y', 'z'})"

LOCALES: tuple[dict[str, str | None], ...] = (
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": "C.UTF-8"},
    {"LC_ALL": "xx_XX.nosuch"},
    {"LANG": None},
    {"LANG": "C"},
    {"LC_CTYPE": "C"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C", "PYTHONUTF8": "0"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "warn"},
    {"LANG": "C", "PYTHONCOERCECLOCALE": "warn"},
)
LOCALE_PROBE = (
    "import locale, os, sys; print(locale.setlocale(locale.LC_ALL), sys.flags.utf8_mode, "
    "sys.getfilesystemencoding(), sys.stdin.encoding, sys.stdout.errors, sys.stderr.errors, "
    "os.environ.get('LC_CTYPE'), ascii(sys.argv))"
)

CASES = [
    *(
        Case(f"{name}={value}", ("-c", PROBE), environment={name: value})
        for name, values in SET_AND_PROBE.items()
        for value in values
    ),
    *(
        Case(f"{name} ignored by -E", ("-E", "-c", PROBE), environment={name: values[0]})
        for name, values in SET_AND_PROBE.items()
    ),
    *(
        Case(f"locale {values}", ("-c", LOCALE_PROBE, b"\xff\xe9", "\u00e9"), environment=values)
        for values in LOCALES
    ),
    Case("PYTHONHASHSEED fixes hashes", ("-c", HASHES), environment={"PYTHONHASHSEED": "7"}),
    Case(
        "PYTHONHOME of nothing",
        ("-c", PROBE),
        environment={"PYTHONHOME": "/nonexistent"},
        volatile=(r"Current thread .*",),
    ),
    Case(
        "PYTHONHOME ignored by -I", ("-Ic", EXECUTABLE), environment={"PYTHONHOME": "/nonexistent"}
    ),
    Case(
        "PYTHONHOME of the same Python",
        shell='PYTHONHOME=$("$PYTHON" -c "import sys; print(sys.prefix)") "$PYTHON" -c '
        f'"{EXECUTABLE}"',
    ),
    Case(
        "PYTHONHOME in two parts",
        shell='P=$("$PYTHON" -c "import sys; print(sys.prefix)"); PYTHONHOME=$P:$P "$PYTHON" -c '
        f'"{EXECUTABLE}"',
    ),
    Case("PYTHONEXECUTABLE", ("-c", EXECUTABLE), environment={"PYTHONEXECUTABLE": "/x/y"}),
    Case("__PYVENV_LAUNCHER__", ("-c", EXECUTABLE), environment={"__PYVENV_LAUNCHER__": "/x/y"}),
    Case("PYTHONINSPECT", ("-c", "x = 5"), stdin=b"print(x)\n", environment={"PYTHONINSPECT": "1"}),
    Case(
        "PYTHONSTARTUP",
        ("-i",),
        stdin=b"print(started)\n",
        environment={"PYTHONSTARTUP": "startup.py"},
        files={"startup.py": "started = 'yes'\n"},
    ),
    Case("PYTHONSTARTUP missing", ("-i",), stdin=b"1\n", environment={"PYTHONSTARTUP": "none.py"}),
    Case(
        "PYTHONVERBOSE", ("-c", "import json"), environment={"PYTHONVERBOSE": "1"}, volatile=VERBOSE
    ),
    Case(
        "PYTHONPROFILEIMPORTTIME",
        ("-c", "import json"),
        environment={"PYTHONPROFILEIMPORTTIME": "1"},
        volatile=IMPORT_TIME,
    ),
    Case("PYTHONUSERBASE", ("-m", "site"), environment={"PYTHONUSERBASE": "/tmp/userbase"}),
    Case("PYTHONBREAKPOINT=0", ("-c", "breakpoint()"), environment={"PYTHONBREAKPOINT": "0"}),
    Case(
        "PYTHONBREAKPOINT calls",
        ("-c", "breakpoint('x')"),
        environment={"PYTHONBREAKPOINT": "builtins.print"},
    ),
    Case(
        "PYTHONDUMPREFS is for debug builds",
        ("-c", "print(1)"),
        environment={"PYTHONDUMPREFS": "1"},
    ),
    Case(
        "the environment is untouched",
        ("-c", "import os; print(sorted(os.environb.items()))"),
        environment={"A": "", "B": "x=y"},
    ),
    Case(
        "an environment that is not UTF-8",
        shell="X=$(printf '\\377\\351') \"$PYTHON\" -c "
        "'import os; print(ascii(os.environ[\"X\"]))'",
    ),
    Case("an empty environment", shell='env -i "$PYTHON" -c "import os; print(dict(os.environ))"'),
    Case(
        "sitecustomize",
        ("-c", "pass"),
        environment={"PYTHONPATH": "sc"},
        files={"sc/sitecustomize.py": "print('sitecustomize')\n"},
    ),
    Case(
        "sitecustomize raising",
        ("-c", "print(1)"),
        environment={"PYTHONPATH": "sc"},
        files={"sc/sitecustomize.py": "1 / 0\n"},
    ),
    Case(
        "usercustomize",
        ("-c", "pass"),
        environment={"PYTHONPATH": "uc"},
        files={"uc/usercustomize.py": "print('usercustomize')\n"},
    ),
    Case(
        "a .pth file in the user's site directory",
        shell='mkdir -p "$("$PYTHON" -m site --user-site)" && '
        'echo "import sys; print(sys.argv)" > "$("$PYTHON" -m site --user-site)/x.pth" && '
        '"$PYTHON" -c pass; "$PYTHON" -s -c pass; "$PYTHON" -S -c pass; "$PYTHON" -I -c pass',
    ),
    Case("arguments that are not UTF-8", ("-c", LOCALE_PROBE, b"\xff", b"a\x80b", "\U0001f600")),
    Case("code that is not UTF-8", (b"-c", b"print(ascii('\xff\xe9'))")),
    Case(
        "a script name that is not UTF-8",
        shell='cp script.py "$(printf "\\351.py")"; "$PYTHON" "$(printf "\\351.py")"',
    ),
    Case(
        "a directory that is not UTF-8",
        shell='D=$(printf "\\351"); mkdir "$D"; cd "$D"; '
        '"$PYTHON" -c "import os; print(ascii(os.getcwd()))"',
    ),
    Case(
        "a directory that is gone",
        shell='mkdir gone; cd gone; rmdir ../gone; "$PYTHON" -c "import sys; print(sys.path[0])"',
    ),
]
