"""Guards for a Python that is not hermetic-python, from HERMETIC_FLAGS_JSON.

One audit hook and a few stand-ins, in plain Python for CPython 3.8 and later:
the same exceptions and messages as hermetic's own guards, for programs that
mean no harm. Whatever means harm can get around it.
"""

import atexit
import builtins
import errno
import json
import os
import sys
from collections.abc import Mapping


class HermeticError(RuntimeError):
    """Base for hermetic failures."""


class PolicyViolation(HermeticError):
    """Raised when a guard refuses an action."""

    def __init__(self, message, *, guard=None, target=None):
        super().__init__(message)
        self.guard = guard
        self.target = target


class ImportViolation(PolicyViolation, ImportError):
    """A refused import, which `except ImportError` catches as well."""


for _type in (HermeticError, PolicyViolation, ImportViolation):
    _type.__module__ = "hermetic.errors"

FLAGS = json.loads(os.environ.get("HERMETIC_FLAGS_JSON", "{}"))

LIBRARY = os.path.dirname(os.path.realpath(os.__file__))
INSTALLED = ("/site-packages/", "/dist-packages/")
NATIVE_MODULES = ("ctypes", "_ctypes", "cffi", "_cffi_backend")
SUBPROCESS_MODULES = ("sh", "pexpect", "plumbum", "sarge", "delegator")
PICKLE_MODULES = (
    "pickle",
    "_pickle",
    "cPickle",
    "marshal",
    "shelve",
    "dill",
    "cloudpickle",
    "jsonpickle",
)
LOOPBACK_NAMES = ("localhost", "ip6-localhost", "localhost.localdomain", "")
# What the standard library tries and does without: (guard, file, function).
PROBES = {
    ("filesystem", "linecache.py", "updatecache"),
    ("filesystem", "mimetypes.py", "init"),
    ("filesystem", "os.py", "walk"),
    ("filesystem", "tempfile.py", "_get_default_tempdir"),
    ("network", "socket.py", "getfqdn"),
    ("network", "socket.py", "has_dualstack_ipv6"),
    ("subprocess", "platform.py", "_syscmd_file"),
    ("subprocess", "platform.py", "from_subprocess"),
    ("subprocess", "util.py", "_findLib_gcc"),
    ("subprocess", "util.py", "_findLib_ld"),
    ("subprocess", "util.py", "_findSoname_ldconfig"),
    ("subprocess", "util.py", "_get_soname"),
    ("subprocess", "uuid.py", "_find_mac_near_keyword"),
    ("subprocess", "uuid.py", "_get_command_stdout"),
    ("subprocess", "webbrowser.py", "register_standard_browsers"),
}
METADATA = (
    "169.254.169.254",
    "metadata.google.internal",
    "metadata",
    "fd00:ec2::254",
    "fe80::a9fe:a9fe",
    "100.100.100.200",
)


def refuse(guard, message, trace, target=None, kind=PolicyViolation):
    if is_probe(guard):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if FLAGS.get("trace"):
        os.write(2, ("[hermetic] blocked " + trace + "\n").encode("utf-8", "replace"))
    raise kind(message, guard=guard, target=target)


def is_library_file(name):
    return name.startswith(("<frozen ", LIBRARY + "/")) and not any(p in name for p in INSTALLED)


def is_probe(guard):
    """Whether the standard library asks from one of PROBES, for whomever."""
    frame = sys._getframe(2)
    while frame is not None:
        file = frame.f_code.co_filename
        if (guard, os.path.basename(file), frame.f_code.co_name) in PROBES:
            return is_library_file(file)
        if file != __file__ and not is_library_file(file):
            return False
        frame = frame.f_back
    return False


def caller_is_library(depth):
    """Whether the nearest code but our own is the standard library's."""
    frame = sys._getframe(depth)
    while frame is not None and frame.f_code.co_filename == __file__:
        frame = frame.f_back
    return frame is None or is_library_file(frame.f_code.co_filename)


# --- network ----------------------------------------------------------------------

AF_UNIX = 1
resolved_addresses = set()


def host_of(address):
    if isinstance(address, (tuple, list)) and address:
        address = address[0]
    if isinstance(address, (bytes, bytearray)):
        address = bytes(address).decode("ascii", "replace")
    return address if isinstance(address, str) else ""


def plain(host):
    return host.strip().lower().rstrip(".").partition("%")[0]


def is_loopback(host):
    return (
        host in LOOPBACK_NAMES or host in ("::1", "0.0.0.0", "::") or host.startswith("127.")
    ) and host != ""


def is_allowed_host(host):
    if host in METADATA:
        return False
    if FLAGS.get("allow_localhost") and is_loopback(host):
        return True
    domains = [plain(domain) for domain in FLAGS.get("allow_domains") or ()]
    return host in resolved_addresses or any(
        host == domain or host.endswith("." + domain) for domain in domains
    )


def remember_addresses(host):
    """What an allowed name stands for may be connected to."""
    import _socket

    try:
        found = _socket.getaddrinfo(host, None)
    except OSError:
        return
    resolved_addresses.update(plain(address[4][0]) for address in found)


def asked_by_create_connection():
    """Whether socket.create_connection looks up where to connect to."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_name != "create_connection":
        if os.path.basename(frame.f_code.co_filename) not in ("socket.py", "sitecustomize.py"):
            return False
        frame = frame.f_back
    return frame is not None and is_library_file(frame.f_code.co_filename)


# In place of sockets that the kernel refused to make.
stand_ins = set()


def check_bind(stand_in, host):
    name = plain(host)
    if not is_loopback(name) or name in ("0.0.0.0", "::"):
        refuse_network("bind", host)
    if stand_in:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def refuse_network(api, host):
    shown = "DNS" if api.startswith("get") else api
    if api == "getaddrinfo" and asked_by_create_connection():
        shown = api = "create_connection"
    trace = "socket.%s host=%s reason=no-network" % (api, host)
    refuse("network", "network disabled: %s(%s)" % (shown, host), trace, host or None)


resolving = False


def check_network(event, args):
    global resolving
    if resolving:
        return
    api = event.partition(".")[2]
    looks_up = api.startswith("get")
    host = host_of(args[0] if looks_up else args[1])
    if not looks_up and args[0].family == AF_UNIX and FLAGS.get("allow_localhost"):
        return
    if api == "bind":
        check_bind(id(args[0]) in stand_ins, host)
    elif looks_up and not host:
        return  # This machine, for listening.
    elif not is_allowed_host(plain(host)):
        refuse_network(api, host)
    elif looks_up:
        resolving = True
        try:
            remember_addresses(host)
        finally:
            resolving = False


def guard_sockets():
    """What the hook cannot do: answer connect_ex with an error number, and tell where
    a socket was to go that the kernel does not even make."""
    import socket

    cls = socket.socket
    make, close, connect_ex = cls.__init__, cls._real_close, cls.connect_ex

    def init(self, family=-1, type=-1, proto=-1, fileno=None):
        try:
            make(self, family, type, proto, fileno)
        except PermissionError:
            if fileno is not None:
                raise
            ours, other = socket.socketpair()
            other.close()
            family = socket.AF_INET if family == -1 else family
            type = socket.SOCK_STREAM if type == -1 else type
            make(self, family, type, max(proto, 0), ours.detach())
            stand_ins.add(id(self))

    def real_close(self, *args):
        stand_ins.discard(id(self))
        close(self, *args)

    def guarded_connect_ex(self, address):
        try:
            return connect_ex(self, address)
        except PolicyViolation:
            return errno.EACCES

    cls.__init__, cls._real_close, cls.connect_ex = init, real_close, guarded_connect_ex
    init.__name__, guarded_connect_ex.__name__ = "__init__", "connect_ex"


# --- processes and files ----------------------------------------------------------


def check_process(event, args):
    refuse("subprocess", "subprocess disabled", "subprocess reason=no-subprocess")


WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
HARMLESS_FILES = ("/dev/null", "/dev/tty", "/dev/zero")


def check_open(event, args):
    path, mode, flags = args
    if isinstance(path, int):
        return
    path = os.fsdecode(path)
    writes = any(c in mode for c in "wax+") if isinstance(mode, str) else bool(flags & WRITE_FLAGS)
    if writes:
        # importlib writes bytecode and does without.
        if path in HARMLESS_FILES:
            return
        if caller_is_importlib():
            raise PermissionError(13, "Permission denied", path)
        refuse("filesystem", "filesystem readonly: " + path, "open write path=" + path, path)
    root = FLAGS.get("fs_root")
    if root and not is_below(path, root) and not is_interpreter_path(path):
        refuse_read(path)


def caller_is_importlib():
    frame = sys._getframe(2)
    while frame is not None and frame.f_code.co_filename == __file__:
        frame = frame.f_back
    return frame is not None and frame.f_code.co_filename.startswith("<frozen importlib")


def is_below(path, root):
    return (os.path.realpath(path) + "/").startswith(os.path.realpath(root) + "/")


def is_interpreter_path(path):
    places = {sys.prefix, sys.base_prefix, sys.exec_prefix, LIBRARY}
    return path in HARMLESS_FILES or any(is_below(path, place) for place in places)


def check_listing(event, args):
    path = args[0]
    root = FLAGS.get("fs_root")
    if not root or isinstance(path, int):
        return
    path = os.fsdecode("." if path is None else path)
    if not is_below(path, root) and not is_interpreter_path(path):
        refuse_read(path)


def refuse_read(path):
    message = "read outside sandbox root: " + path
    refuse("filesystem", message, "open read-outside-root path=" + path, path)


def check_mutation(event, args):
    refuse("filesystem", "filesystem mutation disabled", "fs mutation")


# --- environment ------------------------------------------------------------------


# The mapping's own methods, in `os` and in its base class, are not who asks.
MAPPING_FILES = {
    method.__code__.co_filename for method in (os.getenv, Mapping.get, Mapping.items)
} | {__file__}


def asker_is_library():
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename in MAPPING_FILES:
        frame = frame.f_back
    return frame is None or is_library_file(frame.f_code.co_filename)


def check_environment_write(event, args):
    if not asker_is_library():
        message = "environment mutation disabled"
        refuse("environment", message, "environment mutation")


def refuse_environment_read():
    if not asker_is_library():
        refuse("environment", "environment disabled", "environment read")


class GuardedEnvironment(dict):
    """The mapping below os.environ: every reading method asks first."""


def reading(name):
    original = getattr(dict, name)

    def method(self, *args):
        refuse_environment_read()
        return original(self, *args)

    return method


for _name in ("__getitem__", "__iter__", "__len__", "__contains__", "__repr__", "copy", "get"):
    setattr(GuardedEnvironment, _name, reading(_name))


# --- code, imports, interpreter ---------------------------------------------------


def guarded_builtin(name, original):
    def stand_in(*args, **kwargs):
        flags = args[3] if len(args) > 3 else kwargs.get("flags", 0)
        ast_only = name == "compile" and flags & 0x400
        if not ast_only and not caller_is_library(2):
            message = "dynamic code execution disabled: " + name
            refuse("code_exec", message, name, name)
        if name in ("eval", "exec") and len(args) == 1 and not kwargs:
            caller = sys._getframe(1)
            args = (args[0], caller.f_globals, caller.f_locals)
        return original(*args, **kwargs)

    stand_in.__name__ = stand_in.__qualname__ = name
    return stand_in


def guard_runpy():
    import runpy

    for name in ("run_module", "run_path"):
        setattr(runpy, name, guarded_builtin(name, getattr(runpy, name)))


def covers(modules, name):
    return any(name == module or name.startswith(module + ".") for module in modules)


def denied_modules():
    denied = list(FLAGS.get("deny_imports") or ())
    if FLAGS.get("no_subprocess") and FLAGS.get("block_native"):
        denied += SUBPROCESS_MODULES
    return denied


def check_import(event, args):
    name, file = args[0], args[1]
    pickles = FLAGS.get("no_code_exec") and covers(PICKLE_MODULES, name)
    if covers(denied_modules(), name) or (pickles and not caller_is_library(3)):
        message = "import blocked: " + name
        refuse("imports", message, "import name=" + name, name, ImportViolation)
    if not FLAGS.get("block_native"):
        return
    foreign = isinstance(file, str) and file.endswith(".so") and "/lib-dynload/" not in file
    if foreign or covers(NATIVE_MODULES, name):
        message = "native import blocked: " + name
        refuse("imports", message, "native import spec=" + name, name, ImportViolation)


def check_native(event, args):
    name = "ctypes." + ("CDLL" if event == "ctypes.dlopen" else event.partition(".")[2])
    refuse("imports", "native interface blocked: " + name, "native import spec=" + name, name)


def refuse_mutation(what):
    message = "interpreter mutation disabled: " + what
    trace = what + " mutation" if what.startswith("sys.") else what
    refuse("interpreter", message, trace, what)


def check_directory(event, args):
    refuse_mutation("os.fchdir" if isinstance(args[0], int) else "os.chdir")


LIST_MUTATORS = (
    "append clear extend insert pop remove reverse sort __delitem__ __iadd__ __setitem__"
)


DICT_MUTATORS = "clear pop popitem setdefault update __delitem__ __ior__ __setitem__"


def guarded_container(values, mutators, what):
    """A copy of the list or dictionary that user code cannot change."""
    base = type(values)

    def mutating(name):
        original = getattr(base, name)

        def method(self, *args, **kwargs):
            if not caller_is_library(2):
                refuse_mutation(what)
            return original(self, *args, **kwargs)

        return method

    methods = {name: mutating(name) for name in mutators.split() if hasattr(base, name)}
    return type(base.__name__, (base,), methods)(values)


def guard_interpreter():
    import site

    for name in ("path", "meta_path", "path_hooks", "path_importer_cache"):
        values = getattr(sys, name)
        mutators = LIST_MUTATORS if isinstance(values, list) else DICT_MUTATORS
        setattr(sys, name, guarded_container(values, mutators, "sys." + name))
    add = site.addsitedir

    def addsitedir(*args, **kwargs):
        if not caller_is_library(2):
            refuse_mutation("site.addsitedir")
        return add(*args, **kwargs)

    site.addsitedir = addsitedir


# --- the hook ---------------------------------------------------------------------

NETWORK_EVENTS = "connect sendto sendmsg bind getaddrinfo gethostbyname gethostbyaddr"
PROCESS_EVENTS = "subprocess.Popen os.system os.exec os.posix_spawn os.fork os.forkpty pty.spawn"
MUTATION_EVENTS = (
    "chflags chmod chown link mkdir remove rename rmdir setxattr removexattr symlink truncate utime"
)


def events():
    table = {}
    if FLAGS.get("no_network"):
        table.update(("socket." + name, check_network) for name in NETWORK_EVENTS.split())
    if FLAGS.get("no_subprocess"):
        table.update((name, check_process) for name in PROCESS_EVENTS.split())
    if FLAGS.get("fs_readonly"):
        table["open"] = check_open
        table.update({"os.listdir": check_listing, "os.scandir": check_listing})
        table.update(("os." + name, check_mutation) for name in MUTATION_EVENTS.split())
    if FLAGS.get("no_environment"):
        table.update({"os.putenv": check_environment_write, "os.unsetenv": check_environment_write})
    if FLAGS.get("block_native") or FLAGS.get("deny_imports") or FLAGS.get("no_code_exec"):
        table["import"] = check_import
    if FLAGS.get("block_native"):
        table.update({"ctypes.dlopen": check_native, "ctypes.call_function": check_native})
    if FLAGS.get("no_interpreter_mutation"):
        table.update({"os.chdir": check_directory, "os.fchdir": check_directory})
    return table


def install():
    table = events()

    def hook(event, args):
        check = table.get(event)
        if check is not None:
            check(event, args)

    if FLAGS.get("no_network"):
        guard_sockets()
    cached = denied_modules() + (["marshal"] if FLAGS.get("no_code_exec") else [])
    for name in [name for name in sys.modules if covers(cached, name)]:
        del sys.modules[name]
    sys.addaudithook(hook)
    if FLAGS.get("no_environment"):
        os.environ._data = os.environb._data = GuardedEnvironment(os.environ._data)
    if FLAGS.get("no_code_exec"):
        for name in ("eval", "exec", "compile"):
            setattr(builtins, name, guarded_builtin(name, getattr(builtins, name)))
        guard_runpy()
    if FLAGS.get("no_interpreter_mutation"):
        guard_interpreter()


def run_the_users_own():
    """The sitecustomize that this one stands in front of."""
    from importlib.machinery import PathFinder
    from importlib.util import module_from_spec

    here = os.path.dirname(os.path.abspath(__file__))
    path = [entry for entry in sys.path if os.path.abspath(entry) != here]
    spec = PathFinder.find_spec("sitecustomize", path)
    if spec is not None and spec.loader is not None:
        module = module_from_spec(spec)
        sys.modules["sitecustomize"] = module
        spec.loader.exec_module(module)


def end_with_code_of_violations():
    """Exit code 2 if a violation is what ends the program."""
    uncaught = []
    previous = sys.excepthook

    def report(kind, error, traceback):
        previous(kind, error, traceback)
        while error is not None and not isinstance(error, PolicyViolation):
            error = error.__cause__ or error.__context__
        uncaught.append(error)

    def end():
        if uncaught and uncaught[-1] is not None:
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except (OSError, ValueError, AttributeError):
                    pass
            os._exit(2)

    atexit.register(end)  # The first to be registered runs last.
    sys.excepthook = report


def start():
    # site only prints what goes wrong here, and would run the program unguarded.
    try:
        install()
    except BaseException as error:
        text = "hermetic: the hook cannot be installed in %s: %r\n" % (sys.executable, error)
        os.write(2, text.encode("utf-8", "replace"))
        os._exit(1)
    end_with_code_of_violations()


start()
run_the_users_own()
