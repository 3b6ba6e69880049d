"""Section 2 of the contract: what each guard refuses, in which words, and what
it lets be. Every row runs inside a block and once more after it."""

from __future__ import annotations

from typing import NamedTuple

from case import Case


class Row(NamedTuple):
    name: str
    action: str  # An expression.
    answer: str  # What `attempt` prints for it inside the block.
    setup: str = ""  # Before the block.


def rows(area: str, block: str, table: list[Row]) -> list[Case]:
    return [
        Case(
            f"{area}_{row.name}",
            f"{row.setup}\nwith hermetic_blocker({block}):\n    attempt(lambda: {row.action})\n",
            row.answer,
        )
        for row in table
    ]


def traces(area: str, block: str, table: list[tuple[str, str, str]]) -> list[Case]:
    return [
        Case(
            f"{area}_trace_{name}",
            f"import socket, subprocess\nwith hermetic_blocker({block}, trace=True):\n"
            f"    try:\n        {action}\n    except PolicyViolation:\n        print('refused')\n",
            "refused",
            errors=(f"[hermetic] {text}\n",),
        )
        for name, action, text in table
    ]


def _net(message: str, host: str) -> str:
    return f"network: network disabled: {message}({host}) [{host}]"


SOCKET = "import socket\ns = socket.socket()\nu = socket.socket(type=socket.SOCK_DGRAM)"
SUBPROCESS = "subprocess: subprocess disabled [None]"

NETWORK = rows("network", "block_network=True", [
    Row("connect", "s.connect(('example.com', 80))", _net("connect", "example.com"), SOCKET),
    Row("connect_address", "s.connect(('192.0.2.1', 80))", _net("connect", "192.0.2.1"), SOCKET),
    Row("connect_loopback", "s.connect(('127.0.0.1', 9))", _net("connect", "127.0.0.1"), SOCKET),
    Row("connect_ex_does_not_raise", "s.connect_ex(('192.0.2.1', 80))", "= 13", SOCKET),
    Row("create_connection", "socket.create_connection(('192.0.2.1', 80), 1)",
        _net("create_connection", "192.0.2.1"), SOCKET),
    Row("sendto", "u.sendto(b'x', ('192.0.2.1', 9))", _net("sendto", "192.0.2.1"), SOCKET),
    Row("sendto_flags", "u.sendto(b'x', 0, ('192.0.2.1', 9))", _net("sendto", "192.0.2.1"), SOCKET),
    Row("sendmsg", "u.sendmsg([b'x'], [], 0, ('192.0.2.1', 9))", _net("sendmsg", "192.0.2.1"),
        SOCKET),
    Row("getaddrinfo", "socket.getaddrinfo('example.com', 80)", _net("DNS", "example.com"), SOCKET),
    Row("gethostbyname", "socket.gethostbyname('example.com')", _net("DNS", "example.com"), SOCKET),
    Row("gethostbyname_ex", "socket.gethostbyname_ex('example.com')", _net("DNS", "example.com"),
        SOCKET),
    Row("gethostbyaddr", "socket.gethostbyaddr('192.0.2.1')", _net("DNS", "192.0.2.1"), SOCKET),
    Row("bind_loopback", "s.bind(('127.0.0.1', 0))", "allowed", SOCKET),
    Row("bind_any", "s.bind(('0.0.0.0', 0))", _net("bind", "0.0.0.0"), SOCKET),
    Row("bind_empty", "s.bind(('', 0))", "network: network disabled: bind() [None]", SOCKET),
    Row("bind_any_v6", "socket.socket(socket.AF_INET6).bind(('::', 0))", _net("bind", "::"), SOCKET),
    Row("odd_address", "s.connect(object())",
        "PolicyViolation", SOCKET + "\nattempt = lambda f: print(kind(f))\n"
        "def kind(f):\n    try:\n        f()\n    except Exception as e:\n"
        "        return type(e).__name__"),
    Row("socketpair", "[x.close() for x in socket.socketpair()] and None", "allowed", SOCKET),
    Row("urllib", "urllib.request.urlopen('http://example.com')",
        _net("create_connection", "example.com"), "import urllib.request"),
    Row("asyncio_run", "asyncio.run(asyncio.sleep(0))", "allowed", "import asyncio"),
    Row("tls_context", "ssl.create_default_context() and None", "allowed", "import ssl"),
    Row("new_socket", "socket.socket().close()", "allowed", SOCKET),
    Row("unix_socket", "socket.socket(socket.AF_UNIX).connect('/nowhere')",
        _net("connect", "/nowhere"), SOCKET),
    Row("captured_reference", "connect(('192.0.2.1', 80))", _net("connect", "192.0.2.1"),
        SOCKET + "\nconnect = s.connect"),
    Row("subclass", "Mine().connect(('192.0.2.1', 80))", _net("connect", "192.0.2.1"),
        SOCKET + "\nclass Mine(socket.socket): pass"),
])  # fmt: skip

LOCALHOST = rows("localhost", "block_network=True, allow_localhost=True", [
    *[
        Row(f"connect_{name}", f"s.connect_ex(({host!r}, 1))", "= 111", SOCKET)
        for name, host in [
            ("address", "127.0.0.1"), ("other_address", "127.8.9.1"), ("name", "localhost"),
            ("upper_case", "LOCALHOST"), ("trailing_dot", "localhost."), ("zero", "0.0.0.0"),
        ]
    ],
    Row("connect_v6", "hermetic.allowed('connect', '::1')[0] and None", "allowed", "import hermetic"),
    Row("elsewhere", "s.connect(('192.0.2.1', 80))", _net("connect", "192.0.2.1"), SOCKET),
    Row("lookalike", "s.connect(('localhost.example.com', 80))",
        _net("connect", "localhost.example.com"), SOCKET),
    Row("resolve", "bool(socket.getaddrinfo('localhost', 80)) and None", "allowed", SOCKET),
    Row("bind_any", "s.bind(('0.0.0.0', 0))", _net("bind", "0.0.0.0"), SOCKET),
])  # fmt: skip

METADATA_HOSTS = [
    "169.254.169.254", "metadata.google.internal", "metadata", "fd00:ec2::254",
    "fe80::a9fe:a9fe", "100.100.100.200", "2852039166", "0xa9fea9fe", "::ffff:169.254.169.254",
    "Metadata.Google.Internal.", "169.254.43518",
]  # fmt: skip
METADATA = rows(
    "metadata",
    "block_network=True, allow_localhost=True, allow_domains=METADATA, allow_hosts=['0.0.0.0/0', '::/0']",
    [
        Row(f"host_{number}", f"socket.getaddrinfo({host!r}, 80)", _net("DNS", host),
            "import socket\nMETADATA = ['metadata.google.internal', 'internal', 'metadata']")
        for number, host in enumerate(METADATA_HOSTS)
    ]
    + [
        Row("connect", "s.connect(('169.254.169.254', 80))", _net("connect", "169.254.169.254"),
            SOCKET + "\nMETADATA = ['169.254.169.254']"),
        Row("connect_of_another_spelling", "s.connect(('0xa9fea9fe', 80))",
            _net("connect", "0xa9fea9fe"), SOCKET + "\nMETADATA = ['0xa9fea9fe']"),
        Row("sendto", "u.sendto(b'x', ('169.254.169.254', 80))", _net("sendto", "169.254.169.254"),
            SOCKET + "\nMETADATA = []"),
    ],
)  # fmt: skip

DOMAINS = rows("domains", "block_network=True, allow_domains=['example.com']", [
    *[
        Row(name, f"hermetic.allowed('connect', {host!r})[0] and None",
            "allowed" if allowed else "= False", "import hermetic")
        for name, host, allowed in [
            ("itself", "example.com", True), ("inside", "www.example.com", True),
            ("deep_inside", "a.b.example.com", True), ("upper_case", "EXAMPLE.COM", True),
            ("trailing_dot", "example.com.", True), ("with_port", "example.com:443", True),
            ("blanks", " example.com ", True), ("lookalike_ending", "notexample.com", False),
            ("as_prefix", "example.com.evil.org", False), ("parent", "com", False),
            ("other", "example.org", False),
        ]
    ],
])  # fmt: skip

PROCESSES = rows("subprocess", "block_subprocess=True", [
    Row(name, action, SUBPROCESS, "import asyncio, multiprocessing, os, posix, pty, subprocess\n"
        "import _posixsubprocess\nwork = print\n"
        "spawn = multiprocessing.get_context('spawn')\nfork = multiprocessing.get_context('fork')")
    for name, action in [
        ("run", "subprocess.run(['true'])"),
        ("Popen", "subprocess.Popen(['true'])"),
        ("call", "subprocess.call(['true'])"),
        ("check_output", "subprocess.check_output(['true'])"),
        ("getoutput", "subprocess.getoutput('true')"),
        ("shell", "subprocess.run('true', shell=True)"),
        ("os_system", "os.system('true')"),
        ("os_popen", "os.popen('true')"),
        ("os_fork", "os.fork()"),
        ("os_forkpty", "os.forkpty()"),
        ("os_execv", "os.execv('/bin/true', ['true'])"),
        ("os_execvp", "os.execvp('/bin/true', ['true'])"),
        ("os_execve", "os.execve('/bin/true', ['true'], {})"),
        ("os_spawnv", "os.spawnv(os.P_WAIT, '/bin/true', ['true'])"),
        ("os_spawnlp", "os.spawnlp(os.P_NOWAIT, 'true', 'true')"),
        ("os_posix_spawn", "os.posix_spawn('/bin/true', ['true'], {})"),
        ("os_posix_spawnp", "os.posix_spawnp('true', ['true'], {})"),
        ("posix_system", "posix.system('true')"),
        ("posix_fork", "posix.fork()"),
        ("posix_execv", "posix.execv('/bin/true', ['true'])"),
        ("posix_posix_spawn", "posix.posix_spawn('/bin/true', ['true'], {})"),
        ("fork_exec", "_posixsubprocess.fork_exec()"),
        ("asyncio_shell", "asyncio.run(asyncio.create_subprocess_shell('true'))"),
        ("captured_system", "(lambda system: system('true'))(os.system)"),
        ("pty_spawn", "pty.spawn(['true'])"),
        ("pty_fork", "pty.fork()"),
        ("asyncio_exec", "asyncio.run(asyncio.create_subprocess_exec('true'))"),
        ("multiprocessing_spawn", "spawn.Process(target=work).start()"),
        ("multiprocessing_fork", "fork.Process(target=work).start()"),
        ("multiprocessing_pool", "fork.Pool(1)"),
    ]
]) + [
    Case("subprocess_popen_stays_a_class", """
        import subprocess
        with hermetic_blocker(block_subprocess=True):
            class Mine(subprocess.Popen):
                pass
            print(isinstance(subprocess.Popen, type), issubclass(Mine, subprocess.Popen))""",
        "True True"),
    Case("subprocess_argv_is_never_shown", """
        import hermetic, subprocess
        with hermetic_blocker(block_subprocess=True, trace=True):
            attempt(lambda: subprocess.run(["echo", "s3cret"]))
        print("s3cret" in repr(hermetic.violations()))""", "subprocess: subprocess disabled [None]\nFalse",
        errors=("blocked subprocess",)),
]  # fmt: skip

ENVIRONMENT = rows("environment", "block_environment=True", [
    *[
        Row(name, action, "environment: environment disabled [None]", "import copy, os")
        for name, action in [
            ("item", "os.environ['HOME']"), ("get", "os.environ.get('HOME')"),
            ("get_missing", "os.environ.get('NO_SUCH_NAME')"), ("getenv", "os.getenv('HOME')"),
            ("len", "len(os.environ)"), ("iter", "list(os.environ)"),
            ("contains", "'HOME' in os.environ"), ("repr", "repr(os.environ)"),
            ("copy", "os.environ.copy()"), ("deep_copy", "copy.deepcopy(os.environ)"),
            ("items", "list(os.environ.items())"), ("union", "os.environ | {}"),
            ("unpacked", "{**os.environ}"), ("equal", "os.environ == {}"),
            ("keys", "list(os.environ.keys())"), ("values", "list(os.environ.values())"),
            ("dict", "dict(os.environ)"), ("environb", "os.environb[b'HOME']"),
            ("getenvb", "os.getenvb(b'HOME')"),
        ]
    ],
    Row("captured_reference", "get('HOME')", "environment: environment disabled [None]",
        "get = os.environ.get"),
    *[
        Row(name, action, "environment: environment mutation disabled [None]")
        for name, action in [
            ("set_item", "os.environ.__setitem__('A', 'b')"),
            ("update", "os.environ.update(A='b')"), ("putenv", "os.putenv('A', 'b')"),
            ("unsetenv", "os.unsetenv('A')"), ("delete_item", "os.environ.__delitem__('HOME')"),
            ("pop", "os.environ.pop('HOME')"), ("pop_missing", "os.environ.pop('NO_SUCH_NAME', 1)"),
            ("popitem", "os.environ.popitem()"), ("clear", "os.environ.clear()"),
            ("setdefault", "os.environ.setdefault('NEW', 'b')"),
            ("in_place_or", "os.environ.__ior__({'A': 'b'})"),
            ("environb_item", "os.environb.__setitem__(b'A', b'b')"),
        ]
    ],
]) + [
    Case("environment_works_again_afterwards", """
        before = os.environ.get("HOME")
        identity = id(os.environ)
        with hermetic_blocker(block_environment=True):
            pass
        print(os.environ.get("HOME") == before, id(os.environ) == identity)
        os.environ["NEW_NAME"] = "x"
        print(os.getenv("NEW_NAME"))""", "True True\nx"),
    Case("environment_is_the_same_dict_afterwards", """
        import posix
        data, before = os.environ._data, dict(os.environ)
        block = hermetic_blocker(block_environment=True)
        with block:
            print(len(data), posix.environ is data)
            data[b"STRAY"] = b"x"
        print(dict(os.environ) == before, os.environ._data is posix.environ is data)
        os.environ["NEW_NAME"] = "x"
        with block:
            inside = posix.environ
        print(data[b"NEW_NAME"], list(inside.keys()) == list(data))""",
        "0 False\nTrue True\nb'x' True"),
    Case("environment_with_odd_entries", """
        class Odd(bytes):
            def __eq__(self, other):
                print("compared", other)
                return bytes(self) == other
            __hash__ = bytes.__hash__
        os.environ._data[Odd(b"ODD")] = Odd(b"1")
        os.environ._data[1] = 2
        with hermetic_blocker(block_environment=True, allow_env=["ODD", "PATH"]):
            attempt(lambda: os.environ["ODD"])
            attempt(lambda: os.environ._data[Odd(b"PATH")] and None)
            attempt(lambda: os.environ._data[Odd(b"HOME")])""", """
        = 1
        allowed
        environment: environment disabled [None]"""),
    Case("environment_granted_names", """
        os.environ.update(MINE_A="1", OTHER="2")
        with hermetic_blocker(block_environment=True, allow_env=["MINE_*"]):
            print(os.environ["MINE_A"])
            attempt(lambda: os.environ["OTHER"])""",
        "1\nenvironment: environment disabled [None]"),
    Case("environment_written_where_it_is_scrubbed", """
        os.environ["SECRET"] = "s"
        with hermetic_blocker(scrub_env=True):
            os.environ["MINE"] = "x"
            print(os.environ["MINE"], "SECRET" in os.environ, os.environ.pop("MINE"))
            print("MINE" in os.environ, "SECRET" in list(os.environ))""",
        "x False x\nFalse False"),
    Case("environment_library_works", """
        import argparse, locale, shutil, tempfile
        with hermetic_blocker(block_environment=True):
            print(bool(tempfile.gettempdir()), shutil.get_terminal_size()[0] > 0)
            print(argparse.ArgumentParser(prog="p").format_usage().strip())""",
        "True True\nusage: p [-h]"),
]  # fmt: skip

CODE = rows("code", "block_code_exec=True", [
    *[
        Row(name, action, f"code_exec: dynamic code execution disabled: {what} [{what}]",
            "import code as code_module, runpy\nobject_code = (lambda: 1).__code__")
        for name, what, action in [
            ("eval", "eval", "eval('1')"), ("exec", "exec", "exec('1')"),
            ("compile", "compile", "compile('1', 'f', 'eval')"),
            ("run_module", "run_module", "runpy.run_module('this')"),
            ("run_path", "run_path", "runpy.run_path('case.py')"),
            ("captured_eval", "eval", "(lambda e: e('1'))(eval)"),
            ("eval_of_code", "eval", "eval(object_code)"),
            ("eval_elsewhere", "eval", "__import__('builtins').__dict__['eval']('1')"),
        ]
    ],
    Row("ast_only", "bool(compile('1', 'f', 'eval', 0x400)) and None", "allowed"),
    Row("ast_parse", "bool(ast.parse('x = 1')) and None", "allowed", "import ast"),
    Row("literal_eval", "ast.literal_eval('(1, 2)')", "= (1, 2)", "import ast"),
    *[
        Row(f"{name}_import", f"__import__({name!r})", f"imports: import blocked: {name} [{name}]")
        for name in "pickle _pickle cPickle marshal shelve dill cloudpickle jsonpickle".split()
    ],
    Row("namedtuple", "collections.namedtuple('P', 'x y')(1, 2)[1]", "= 2", "import collections"),
    Row("dataclass", "dataclasses.make_dataclass('D', ['x'])(3).x", "= 3", "import dataclasses"),
    Row("json", "json.loads('[1]')[0]", "= 1", "import json"),
    Row("import_of_source", "__import__('colorsys') and None", "allowed"),
])  # fmt: skip

IMPORTS = rows("imports", "deny_imports=['colorsys', 'xml.dom', 'denied', 'faulthandler']", [
    *[
        Row(name, action, f"imports: import blocked: {what} [{what}]",
            "import importlib, xml.dom, sys, colorsys as seen")
        for name, what, action in [
            ("statement", "colorsys", "__import__('colorsys')"),
            ("import_module", "colorsys", "importlib.import_module('colorsys')"),
            ("submodule", "xml.dom", "importlib.import_module('xml.dom.minidom')"),
            ("relative", "xml.dom", "importlib.import_module('.dom', 'xml')"),
            ("from_list", "xml.dom", "__import__('xml', fromlist=['dom'])"),
            ("gcd_import", "colorsys", "importlib._bootstrap._gcd_import('colorsys')"),
            ("loader", "colorsys", "seen.__loader__.load_module('colorsys')"),
            ("exec_module", "colorsys", "seen.__loader__.exec_module(seen)"),
        ]
    ],
    *[
        Row(name, action, f"imports: import blocked: {what} [{what}]",
            "import _imp\nfrom importlib.machinery import ModuleSpec")
        for name, what, action in [
            ("imp_create_builtin", "faulthandler", "_imp.create_builtin(ModuleSpec('faulthandler', None))"),
            ("imp_create_dynamic", "denied.x",
             "_imp.create_dynamic(ModuleSpec('denied.x', None, origin='/denied/x.so'))"),
            ("imp_init_frozen", "denied", "_imp.init_frozen('denied')"),
        ]
    ],
    Row("neighbour", "__import__('colorsysx')", "ModuleNotFoundError: No module named 'colorsysx'"),
    Row("parent", "__import__('xml') and None", "allowed"),
    Row("cached_from_import", "exec('from xml import dom', {})",
        "imports: import blocked: xml.dom [xml.dom]", "import xml.dom"),
]) + [
    Case("imports_refused_is_an_import_error", """
        with hermetic_blocker(deny_imports=["colorsys"]):
            try:
                import colorsys
            except ImportError as error:
                print(isinstance(error, PolicyViolation), error.name, error)""",
        "True colorsys import blocked: colorsys"),
    Case("imports_fall_back", """
        with hermetic_blocker(deny_imports=["colorsys"]):
            try:
                import colorsys as c
            except ImportError:
                import json as c
        print(c.__name__)""", "json"),
    Case("imports_cached_module_comes_back", """
        import colorsys
        with hermetic_blocker(deny_imports=["colorsys"]):
            attempt(lambda: __import__("colorsys"))
        import colorsys as again
        print(again is colorsys)""", "imports: import blocked: colorsys [colorsys]\nTrue"),
]  # fmt: skip

NATIVE = rows("native", "block_native=True", [
    Row("ctypes", "__import__('ctypes')", "imports: native import blocked: ctypes [ctypes]"),
    Row("_ctypes", "__import__('_ctypes')", "imports: native import blocked: _ctypes [_ctypes]"),
    Row("cffi", "__import__('cffi')", "imports: native import blocked: cffi [cffi]"),
    Row("_cffi_backend", "__import__('_cffi_backend')",
        "imports: native import blocked: _cffi_backend [_cffi_backend]"),
    Row("third_party_extension", "__import__('theirs')", "imports: native import blocked: theirs [theirs]",
        "from importlib.machinery import EXTENSION_SUFFIXES\nopen('theirs' + EXTENSION_SUFFIXES[0], 'w').close()"),
    Row("ctypes_imported_earlier", "ctypes.CDLL(None)",
        "imports: native interface blocked: ctypes.CDLL [ctypes.CDLL]", "import ctypes"),
    Row("ctypes_function_resolved_earlier", "f()",
        "imports: native interface blocked: ctypes.call_function [ctypes.call_function]",
        "import ctypes; f = ctypes.CDLL(None).getpid"),
    Row("ctypes_pointer", "ctypes.pointer(ctypes.c_int(1))",
        "imports: native interface blocked: ctypes memory access [ctypes memory access]",
        "import ctypes"),
    Row("own_extension", "__import__('_json') and None", "allowed"),
    Row("own_shared_object", "__import__('_lzma') and None", "allowed"),
])  # fmt: skip

INTERPRETER = rows("interpreter", "block_interpreter_mutation=True", [
    *[
        Row(name, action, f"interpreter: interpreter mutation disabled: {what} [{what}]",
            "import os, site, sys")
        for name, what, action in [
            ("chdir", "os.chdir", "os.chdir('/')"),
            ("fchdir", "os.fchdir", "os.fchdir(os.open('/', 0))"),
            ("addsitedir", "site.addsitedir", "site.addsitedir('/tmp')"),
            ("path_append", "sys.path", "sys.path.append('/tmp')"),
            ("path_insert", "sys.path", "sys.path.insert(0, '/tmp')"),
            ("path_remove", "sys.path", "sys.path.pop()"),
            ("path_clear", "sys.path", "sys.path.clear()"),
            ("path_item", "sys.path", "sys.path.__setitem__(0, '/tmp')"),
            ("path_slice", "sys.path", "sys.path.__setitem__(slice(0, 0), ['/tmp'])"),
            ("path_iadd", "sys.path", "sys.path.__iadd__(['/tmp'])"),
            ("meta_path", "sys.meta_path", "sys.meta_path.append(None)"),
            ("path_hooks", "sys.path_hooks", "sys.path_hooks.append(None)"),
            ("importer_cache", "sys.path_importer_cache", "sys.path_importer_cache.clear()"),
        ]
    ],
    *[
        Row(f"{name}_{number}", f"sys.{name}.{change}",
            f"interpreter: interpreter mutation disabled: sys.{name} [sys.{name}]")
        for name in ("path", "meta_path", "path_hooks")
        for number, change in enumerate([
            "append(1)", "extend([1])", "insert(0, 1)", "pop()", f"remove(sys.{name}[0])", "clear()",
            "reverse()", "sort(key=id)", "__setitem__(0, 1)", "__delitem__(0)",
            "__setitem__(slice(None), [])", "__iadd__([1])", "__imul__(2)",
        ])
    ],
    *[
        Row(f"path_importer_cache_{number}", f"sys.path_importer_cache.{change}",
            "interpreter: interpreter mutation disabled: sys.path_importer_cache [sys.path_importer_cache]")
        for number, change in enumerate([
            "clear()", "pop('', None)", "popitem()", "update(a=1)", "setdefault('a', 1)",
            "__setitem__('a', 1)", "__delitem__(next(iter(sys.path_importer_cache)))", "__ior__({'a': 1})",
        ])
    ],
    Row("reads", "len(sys.path) > 0 and '' in list(sys.path) and None", "= False"),
    Row("import_still_works", "__import__('colorsys') and None", "allowed"),
]) + [
    Case("interpreter_state_comes_back", """
        before = type(sys.path), list(sys.path)
        with hermetic_blocker(block_interpreter_mutation=True):
            pass
        print((type(sys.path), list(sys.path)) == before)
        sys.path.append("/nowhere")
        print(sys.path[-1])""", "True\n/nowhere"),
    Case("interpreter_state_captured_before", """
        path, meta_path, cache = sys.path, sys.meta_path, sys.path_importer_cache
        with hermetic_blocker(block_interpreter_mutation=True):
            attempt(lambda: path.append("/nowhere"))
            attempt(meta_path.clear)
            attempt(cache.clear)
        print(path is sys.path, meta_path is sys.meta_path, cache is sys.path_importer_cache)
        path.append("/nowhere")
        print(sys.path[-1])""", """
        interpreter: interpreter mutation disabled: sys.path [sys.path]
        interpreter: interpreter mutation disabled: sys.meta_path [sys.meta_path]
        interpreter: interpreter mutation disabled: sys.path_importer_cache \
[sys.path_importer_cache]
        True True True
        /nowhere"""),
    Case("interpreter_state_of_own_type", """
        class Path(list):
            pass
        sys.path = Path(sys.path)
        with hermetic_blocker(block_interpreter_mutation=True):
            attempt(lambda: sys.path.append("/nowhere"))
            import colorsys
        print(type(sys.path), "/nowhere" in sys.path)""", """
        interpreter: interpreter mutation disabled: sys.path [sys.path]
        <class 'list'> False"""),
    # An inner block takes nothing for granted that the outer one would refuse.
    Case("interpreter_state_rebound_before_an_inner_block", """
        with hermetic_blocker(block_interpreter_mutation=True):
            sys.path = ["/nowhere", *sys.path]
            with hermetic_blocker(block_interpreter_mutation=True):
                attempt(lambda: __import__("colorsys") and None)
        del sys.path[0]
        attempt(lambda: __import__("colorsys") and None)""", """
        interpreter: interpreter mutation disabled: sys.path [sys.path]
        allowed"""),
    Case("interpreter_builtin_imported_between_blocks", """
        block = hermetic_blocker(block_interpreter_mutation=True)
        with block:
            pass
        import _lsprof
        with block:
            attempt(_lsprof.Profiler().enable)""",
        "interpreter: interpreter mutation disabled: tracing [tracing]"),
]  # fmt: skip

TRACES = [
    *traces("network", "block_network=True", [
        ("connect", "socket.socket().connect(('192.0.2.1', 9))",
         "blocked socket.connect host=192.0.2.1 reason=no-network"),
        ("getaddrinfo", "socket.getaddrinfo('example.com', 80)",
         "blocked socket.getaddrinfo host=example.com reason=no-network"),
        ("bind", "socket.socket().bind(('0.0.0.0', 0))",
         "blocked socket.bind host=0.0.0.0 reason=no-network"),
        ("sendto", "socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))",
         "blocked socket.sendto host=192.0.2.1 reason=no-network"),
        ("sendmsg", "socket.socket(type=socket.SOCK_DGRAM).sendmsg([b''], [], 0, ('192.0.2.1', 9))",
         "blocked socket.sendmsg host=192.0.2.1 reason=no-network"),
        *[
            (api, f"socket.{api}('192.0.2.1')", f"blocked socket.{api} host=192.0.2.1 reason=no-network")
            for api in ("gethostbyname", "gethostbyname_ex", "gethostbyaddr")
        ],
        ("create_connection", "socket.create_connection(('192.0.2.1', 9))",
         "blocked socket.create_connection host=192.0.2.1 reason=no-network"),
    ]),
    *traces("subprocess", "block_subprocess=True",
            [("run", "subprocess.run(['true'])", "blocked subprocess reason=no-subprocess")]),
    *traces("environment", "block_environment=True", [
        ("read", "os.environ['HOME']", "blocked environment read"),
        ("write", "os.putenv('A', 'b')", "blocked environment mutation"),
    ]),
    *traces("code", "block_code_exec=True", [
        ("eval", "eval('1')", "blocked eval"), ("exec", "exec('1')", "blocked exec"),
        ("compile", "compile('1', 'f', 'eval')", "blocked compile"),
        ("run_path", "__import__('runpy').run_path('case.py')", "blocked runpy.run_path"),
        ("run_module", "__import__('runpy').run_module('this')", "blocked runpy.run_module"),
        ("pickle", "import pickle", "blocked import name=pickle"),
    ]),
    *traces("imports", "deny_imports=['colorsys'], block_native=True", [
        ("denied", "import colorsys", "blocked import name=colorsys"),
        ("native", "import ctypes", "blocked native import spec=ctypes"),
    ]),
    *traces("interpreter", "block_interpreter_mutation=True", [
        ("path", "sys.path.append('x')", "blocked sys.path mutation"),
        ("meta_path", "sys.meta_path.clear()", "blocked sys.meta_path mutation"),
        ("path_hooks", "sys.path_hooks.clear()", "blocked sys.path_hooks mutation"),
        ("importer_cache", "sys.path_importer_cache.clear()", "blocked sys.path_importer_cache mutation"),
        ("chdir", "os.chdir('/')", "blocked os.chdir"),
        ("fchdir", "os.fchdir(0)", "blocked os.fchdir"),
        ("addsitedir", "__import__('site').addsitedir('/tmp')", "blocked site.addsitedir"),
    ]),
    Case("no_trace_without_asking", """
        with hermetic_blocker(block_subprocess=True):
            print(tried())""", "blocked", silent=True),
]  # fmt: skip

CASES = [
    *NETWORK, *LOCALHOST, *METADATA, *DOMAINS, *PROCESSES, *ENVIRONMENT, *CODE, *IMPORTS,
    *NATIVE, *INTERPRETER, *TRACES,
]  # fmt: skip
