"""Section 3 of the contract: each deliberate difference, by its number there."""

from __future__ import annotations

from case import Case

GUARDS = "no-network no-subprocess fs-readonly no-environment no-code-exec no-interpreter-mutation".split()
RESTRICTIONS = [*GUARDS, "block-native"]

# What the standard library does by itself with code, the environment, sys.path.
LIBRARY_AT_WORK = """
import argparse, ast, collections, dataclasses, enum, inspect, json, json.tool, logging
import platform, string, tempfile, typing, unittest, urllib.parse, uuid
Point = collections.namedtuple("Point", "x y")
@dataclasses.dataclass(order=True, frozen=True)
class Item:
    name: str
    price: float = 0.0
class Colour(enum.Enum):
    RED = 1
class Row(typing.NamedTuple):
    a: int
parser = argparse.ArgumentParser(prog="p")
parser.add_argument("--number", type=int)
print(Point(1, 2).y, Item("a") < Item("b"), Colour(1).name, Row(3).a)
print(parser.parse_args(["--number", "4"]).number, json.loads("[5]")[0], ast.literal_eval("6"))
print(bool(uuid.uuid4()), str(inspect.signature(lambda a: a)))
logging.getLogger().warning("warned")
print(string.Template("$x").substitute(x=7), bool(platform.python_version()))
"""
AT_WORK = "2 True RED 3\n4 5 6\nTrue (a)\n7 True"
WITH_FILES = (
    LIBRARY_AT_WORK
    + """
with tempfile.TemporaryDirectory() as directory, tempfile.NamedTemporaryFile("w+") as file:
    file.write("text")
    print(os.path.isdir(directory), file.tell())
"""
)

# A server of the program's own, before the policy.
SERVER = """
import socket, threading
server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]
def serve():
    connection = server.accept()[0]
    connection.sendall(b"hello")
    connection.close()
threading.Thread(target=serve, daemon=True).start()
"""

NETWORK = [
    Case("1_a_domain_is_resolved_and_connected_to", SERVER + """
with hermetic_blocker(block_network=True, allow_domains=["localhost"]):
    with socket.create_connection(("localhost", port)) as connection:
        print(connection.recv(9).decode())
""", "hello"),
    Case("1_the_option_does_so_too", SERVER + """
with socket.create_connection(("localhost", port)) as connection:
    print(connection.recv(9).decode())
""", "hello", options=("--no-network", "--allow-domain", "localhost"), only="executable"),
    Case("1_tls_is_no_destination", """
        import socket, ssl
        with hermetic_blocker(block_network=True):
            a, b = socket.socketpair()
            context = ssl.create_default_context()
            wrapped = context.wrap_socket(a, server_hostname="example.com",
                                          do_handshake_on_connect=False)
            b.close()
            try:
                wrapped.do_handshake()
            except OSError as error:
                print(isinstance(error, PolicyViolation))""", "False"),
    *[
        Case(f"1_asyncio_runs_under_{name}", f"""
            import asyncio
            async def main():
                return await asyncio.to_thread(lambda: 42)
            with hermetic_blocker({fields}):
                print(asyncio.run(main()))""", "42")
        for name, fields in [
            ("no_network", "block_network=True"),
            ("localhost", "block_network=True, allow_localhost=True"),
            ("a_domain", "block_network=True, allow_domains=['a.org']"),
            ("a_host", "block_network=True, allow_hosts=['10.0.0.1:80']"),
            ("everything", "profile='block-all'"),
        ]
    ],
]  # fmt: skip

LIBRARY = [
    *[
        Case(f"2_the_library_works_under_{option.replace('-', '_')}", WITH_FILES, f"{AT_WORK}\nTrue 4",
             options=(f"--{option}",), only="executable")
        for option in RESTRICTIONS
        if option != "fs-readonly"
    ],
    *[
        Case(f"2_the_library_works_inside_{field}",
             f"hermetic_blocker({field}=True).__enter__()\n{WITH_FILES}", f"{AT_WORK}\nTrue 4")
        for field in (
            "block_environment", "block_code_exec", "block_interpreter_mutation", "block_native"
        )
    ],
    Case("2_a_real_program_under_block_all", LIBRARY_AT_WORK, AT_WORK,
         options=("--profile", "block-all"), only="executable", errors=("warned\n",)),
    Case("2_json_tool_under_block_all", "", '{\n    "a": 1\n}', files={"data.json": '{"a": 1}'},
         options=("--profile", "block-all"), command=("-m", "json.tool", "data.json"), silent=True,
         only="executable"),
    *[
        Case(f"2_requests_under_{option.replace('-', '_')}", """
            import requests
            print(requests.Request("GET", "http://a.org/x", params={"q": 1}).prepare().url)""",
             "http://a.org/x?q=1", options=(f"--{option}",), packages=("requests",),
             only="executable")
        for option in RESTRICTIONS[3:]
    ],
    *[
        Case(f"2_pytest_under_{option.replace('-', '_')}", "", says=("1 passed",),
             command=("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_it.py"),
             files={"test_it.py": "def test_it():\n    assert [1] == [1]\n"},
             options=(f"--{option}",), packages=("pytest",),
             only="executable")
        for option in RESTRICTIONS[3:]
    ],
    Case("2_no_name_makes_user_code_the_library", """
        import collections
        posing = {"__name__": "collections", "__file__": collections.__file__}
        exec(compile("def ask():\\n    return eval('1')", collections.__file__, "exec"), posing)
        with hermetic_blocker(block_code_exec=True):
            attempt(posing["ask"])""",
        "code_exec: dynamic code execution disabled: eval [eval]"),
    Case("2_no_file_name_makes_user_code_the_library", """
        import collections
        code = (lambda: os.environ["HOME"]).__code__.replace(co_filename=collections.__file__)
        ask = type(lambda: 0)(code, {"os": os, "__name__": "os"})
        with hermetic_blocker(block_environment=True):
            attempt(ask)""", "environment: environment disabled [None]"),
]  # fmt: skip

CHILD = """
import os
try:
    os.system("true")
    print("open")
except RuntimeError as error:
    print(error)
"""
CHILDREN = [
    *[
        Case(f"3_children_{'_'.join(flag.strip('-') for flag in flags) or 'plain'}", f"""
            import subprocess
            print(subprocess.run([sys.executable, *{flags!r}, "child.py"], capture_output=True,
                                 text=True).stdout.strip())""", "network disabled: DNS(a.org)",
             options=("--no-network",), only="executable", files={"child.py":
             "import socket\ntry:\n    socket.gethostbyname('a.org')\n"
             "except RuntimeError as error:\n    print(error)\n"})
        for flags in ([], ["-I"], ["-S"], ["-E"], ["-I", "-S", "-E"])
    ],
    *[
        Case(f"3_flag_{flag.strip('-')}_changes_nothing", CHILD.strip(), "subprocess disabled",
             command=(flag, "child.py"), files={"child.py": CHILD}, options=("--no-subprocess",),
             only="executable")
        for flag in ("-I", "-S", "-E", "-B")
    ],
    *[
        Case(f"3_worker_of_{method}", f"""
            import multiprocessing, socket
            def ask(_):
                try:
                    socket.gethostbyname("a.org")
                except RuntimeError as error:
                    return str(error)
            if __name__ == "__main__":
                with multiprocessing.get_context({method!r}).Pool(1) as pool:
                    print(pool.map(ask, [1]))""", "['network disabled: DNS(a.org)']",
             options=("--no-network", "--allow-unix"), only="executable")
        for method in ("spawn", "forkserver", "fork")
    ],
]  # fmt: skip

SCRIPT = "#!/usr/bin/env python3\nimport os, sys\nprint(__name__, sys.argv)\nos.system('true')\n"
SCRIPTS = [
    Case(f"4_{name}", "", f"__main__ ['{target}', 'a']", code=2, files={"script.py": SCRIPT, "script": SCRIPT},
         errors=("subprocess",), command=("-m", "hermetic", "--no-subprocess", "--", target, "a"))
    for name, target in [
        ("script_by_name", "script.py"), ("script_by_path", "./script.py"),
        ("script_without_a_suffix", "./script"),
    ]
]  # fmt: skip

STACKING = [
    Case("5_inner_grants_do_not_count", """
        import hermetic
        with hermetic_blocker(block_network=True):
            with hermetic_blocker(block_network=True, allow_domains=["a.org"], allow_localhost=True):
                print(hermetic.allowed("connect", "a.org")[0], hermetic.allowed("connect", "localhost")[0])
        """, "False False"),
    Case("5_an_empty_block_changes_nothing", """
        with hermetic_blocker(block_subprocess=True):
            with hermetic_blocker():
                print(tried())
            print(tried())""", "blocked\nblocked"),
    Case("5_the_command_line_is_not_weakened", """
        from hermetic import guards
        guards.uninstall_all()
        with hermetic_blocker(block_subprocess=True, allow_run=["true", "sh"]):
            print(tried())
        print(tried())""", "blocked\nblocked", options=("--no-subprocess",), only="executable"),
    Case("5_sealed_tightens_further", """
        from hermetic import guards
        with hermetic_blocker(fs_readonly=True, sealed=True):
            pass
        guards.uninstall_all()
        attempt(lambda: open("new", "w"))
        print(tried())
        guards.subprocess_guard.install()
        print(tried())""", "filesystem: filesystem readonly: new [new]\nopen\nblocked",
        absent=("new",)),
]  # fmt: skip

SWALLOWED = """
import threading
def swallow():
    try:
        os.system("true")
    except Exception:
        pass
thread = threading.Thread(target=swallow)
thread.start(); thread.join()
swallow()
"""
RECORD = [
    Case("6_swallowed_ones_are_told", SWALLOWED, "", options=("--no-subprocess",), only="executable",
         errors=("2 violations swallowed by the program",)),
    Case("6_swallowed_ones_fail_the_run", SWALLOWED, "", code=2, only="executable",
         options=("--no-subprocess", "--fail-on-violation")),
    Case("6_swallowed_ones_are_recorded", "import hermetic\nhermetic_blocker(block_subprocess=True).__enter__()"
         f"{SWALLOWED}print(len(hermetic.violations()))\n", "2"),
]  # fmt: skip

FILES = [
    Case("7_what_stays_writable", """
        import pty, subprocess
        log = open("log", "a")
        terminal, other = pty.openpty()
        name = os.ttyname(other)
        with hermetic_blocker(fs_readonly=True):
            print(open("/dev/null", "w").write("x"), log.write("kept"), os.write(other, b"x"))
            with open(name, "w") as again:
                print(again.write("y"))
            number = os.open(".", os.O_RDONLY)
            print(type(number).__name__, os.read(os.open("case.py", os.O_RDONLY, dir_fd=number), 1) != b"")
            print(type(open).__name__, type(subprocess.Popen).__name__)
        log.close()
        print(open("log").read())""",
        "1 4 1\n1\nint True\nbuiltin_function_or_method type\nkept"),
]  # fmt: skip

ENDS = [
    Case("8_uncaught_violation", "os.system('true')", "", code=2, options=("--no-subprocess",),
         errors=("hermetic: blocked subprocess",), only="executable"),
    Case("8_violation_as_the_cause", """
        try:
            os.system("true")
        except RuntimeError as error:
            raise KeyError("lost") from error""", "", code=2, options=("--no-subprocess",), only="executable"),
    Case("8_unknown_option", "", "", command=("--bogus", "case.py"), code=2, only="executable",
         errors=("unknown option --bogus", "usage:")),
    Case("8_string_result", "", "", code=1, errors=("went wrong\n",),
         files={"tool.py": "def main():\n    return 'went wrong'\n"},
         command=("-m", "hermetic", "--no-network", "--", "tool:main")),
    Case("8_exit_code_of_the_target", "", "", code=7, files={"tool.py": "def main():\n    raise SystemExit(7)\n"},
         command=("-m", "hermetic", "--no-network", "--", "tool:main")),
]  # fmt: skip

# What another Python's hook is asked, and what hermetic's own guards answer.
EVERY_GUARD = """
import os, socket, sys
def tell(action):
    try:
        action()
    except RuntimeError as error:
        print(type(error).__module__, type(error).__name__, error, error.guard, error.target)
for action in (
    lambda: socket.gethostbyname("a.org"), lambda: socket.socket().bind(("0.0.0.0", 0)),
    lambda: os.system("true"), lambda: open("new", "w"), lambda: os.mkdir("new"),
    lambda: open("/opt/x"), lambda: os.environ["HOME"], lambda: os.putenv("A", "b"),
    lambda: eval("1"), lambda: compile("1", "f", "eval"), lambda: __import__("colorsys"),
    lambda: __import__("pickle"), lambda: __import__("ctypes"), lambda: os.chdir("/"),
    lambda: sys.path.append("x"), lambda: sys.meta_path.clear(),
):
    tell(action)
"""
FLAGS = (
    "no_network=True, no_subprocess=True, fs_readonly=True, fs_root='.', no_environment=True, "
    "no_code_exec=True, no_interpreter_mutation=True, block_native=True, deny_imports=['colorsys']"
)
BOOTSTRAP = [
    Case("9_the_same_types_and_messages", f"""
        import shutil, subprocess
        from hermetic.bootstrap import write_sitecustomize
        from hermetic.profiles import GuardConfig
        from hermetic.runner import config_to_flags, run
        config = GuardConfig({FLAGS})
        place = write_sitecustomize(config_to_flags(config))
        python = shutil.which("python3") or sys.executable
        theirs = subprocess.run([python, "asked.py"], text=True, capture_output=True,
                                env={{**os.environ, "PYTHONPATH": place}})
        shutil.rmtree(place)
        import contextlib, io
        with contextlib.redirect_stdout(io.StringIO()) as ours:
            run("./asked.py", ["asked.py"], config)
        pairs = list(zip(theirs.stdout.splitlines(), ours.getvalue().splitlines(), strict=True))
        print(len(pairs), [pair for pair in pairs if pair[0] != pair[1]])""", "16 []",
        files={"asked.py": EVERY_GUARD}),
]  # fmt: skip

ERRORS = [
    Case("10_a_refused_import_falls_back", """
        with hermetic_blocker(deny_imports=["colorsys"]):
            try:
                import colorsys as chosen
            except ImportError as error:
                import json as chosen
                print(isinstance(error, PolicyViolation), isinstance(error, RuntimeError), error.name)
        print(chosen.__name__)""", "True True colorsys\njson"),
    Case("10_no_other_is_an_os_error", """
        with hermetic_blocker(profile="block-all"):
            for action in (lambda: open("new", "w"), lambda: os.mkdir("new"), lambda: os.chdir("/"),
                           lambda: os.system("true"), lambda: os.environ["HOME"], lambda: eval("1")):
                try:
                    action()
                except (OSError, ImportError) as error:
                    print("swallowed", error)
                except RuntimeError as error:
                    print(error.guard)""",
        "filesystem\nfilesystem\ninterpreter\nsubprocess\nenvironment\ncode_exec"),
    Case("10_oserror_for_programs_that_degrade", """
        with hermetic_blocker(fs_readonly=True, on_violation="oserror"):
            try:
                open("new", "w")
            except PermissionError as error:
                print(isinstance(error, PolicyViolation), isinstance(error, RuntimeError), error)
        """, "True True filesystem readonly: new"),
    Case("10_oserror_of_the_option", """
        try:
            open("new", "w")
        except PermissionError as error:
            print(isinstance(error, PolicyViolation))""", "True",
        options=("--fs-readonly", "--on-violation=oserror"), only="executable"),
]  # fmt: skip

PROBES = [
    Case(f"11_{name}", f"""
        import hermetic
        with hermetic_blocker({block}):
            {action}
        print(hermetic.violations())""", "[]", files={"module.py": "x = 1\n"})
    for name, block, action in [
        ("bytecode", "fs_readonly=True", "sys.dont_write_bytecode = False; import module"),
        ("platform", "block_subprocess=True", "import platform; platform.processor(); platform.uname()"),
        ("uuid", "block_subprocess=True", "import uuid; uuid.getnode()"),
        ("find_library", "block_subprocess=True", "import ctypes.util; ctypes.util.find_library('c')"),
        ("webbrowser", "block_subprocess=True", "import webbrowser; webbrowser.register_standard_browsers()"),
        ("dualstack", "block_network=True", "import socket; socket.has_dualstack_ipv6()"),
        ("platform_libc", "block_subprocess=True", "import platform; platform.libc_ver()"),
    ]
] + [
    Case("11_probe_gets_the_plain_error", """
        import tempfile
        with hermetic_blocker(fs_readonly=True):
            try:
                tempfile.gettempdir()
            except FileNotFoundError as error:
                print(isinstance(error, PolicyViolation), __import__("hermetic").violations())""",
        "False []"),
    Case("11_probes_are_traced_as_such", """
        import socket
        with hermetic_blocker(block_network=True, trace=True):
            print(socket.getfqdn("a.org"))""", "a.org",
        errors=("[hermetic] blocked socket.gethostbyaddr host=a.org reason=no-network (probe)\n",)),
    Case("11_pandas_without_processes", "import pandas\nprint(pandas.Series([1, 2]).sum())", "3",
         options=("--no-subprocess", "--fail-on-violation"), packages=("pandas",), only="executable"),
]  # fmt: skip

CASES = [
    *NETWORK, *LIBRARY, *CHILDREN, *SCRIPTS, *STACKING, *RECORD, *FILES, *ENDS, *BOOTSTRAP, *ERRORS,
    *PROBES,
]  # fmt: skip
