"""Guards for a Python that is not hermetic-python, from HERMETIC_FLAGS_JSON.

One audit hook and a few stand-ins, in plain Python for CPython 3.8 and later:
the same exceptions and messages as hermetic's own guards, for programs that
mean no harm. Whatever means harm can get around it.
"""

import atexit
import builtins
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
METADATA = (
    "169.254.169.254",
    "metadata.google.internal",
    "metadata",
    "fd00:ec2::254",
    "fe80::a9fe:a9fe",
    "100.100.100.200",
)


def refuse(guard, message, trace, target=None, kind=PolicyViolation):
    if FLAGS.get("trace"):
        os.write(2, ("[hermetic] blocked " + trace + "\n").encode("utf-8", "replace"))
    raise kind(message, guard=guard, target=target)


def is_library_file(name):
    return name.startswith(("<frozen ", LIBRARY + "/")) and not any(p in name for p in INSTALLED)


def caller_is_library(depth):
    """Whether the nearest code but our own is the standard library's."""
    frame = sys._getframe(depth)
    while frame is not None and frame.f_code.co_filename == __file__:
        frame = frame.f_back
    return frame is None or is_library_file(frame.f_code.co_filename)


# --- network ----------------------------------------------------------------------

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


resolving = False


def check_network(event, args):
    global resolving
    if resolving:
        return
    api = event.partition(".")[2]
    host = host_of(args[0] if api.startswith("get") else args[1])
    if api == "bind":
        if plain(host) and is_loopback(plain(host)) and plain(host) not in ("0.0.0.0", "::"):
            return
    elif is_allowed_host(plain(host)):
        if api.startswith("get"):
            resolving = True
            try:
                remember_addresses(host)
            finally:
                resolving = False
        return
    shown = "DNS" if api.startswith("get") else api
    trace = "socket.%s host=%s reason=no-network" % (api, host)
    refuse("network", "network disabled: %s(%s)" % (shown, host), trace, host)


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
        message = "read outside sandbox root: " + path
        refuse("filesystem", message, "open read-outside-root path=" + path, path)


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


def guarded_builtin(name):
    original = getattr(builtins, name)

    def stand_in(*args, **kwargs):
        ast_only = name == "compile" and len(args) > 3 and args[3] & 0x400
        if not ast_only and not caller_is_library(2):
            message = "dynamic code execution disabled: " + name
            refuse("code_exec", message, name, name)
        if name != "compile" and len(args) == 1 and not kwargs:
            caller = sys._getframe(1)
            args = (args[0], caller.f_globals, caller.f_locals)
        return original(*args, **kwargs)

    stand_in.__name__ = stand_in.__qualname__ = name
    return stand_in


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
    refuse("interpreter", message, what if what.startswith("os.") else what + " mutation", what)


def check_directory(event, args):
    refuse_mutation("os.fchdir" if isinstance(args[0], int) else "os.chdir")


LIST_MUTATORS = (
    "append clear extend insert pop remove reverse sort __delitem__ __iadd__ __setitem__"
)


def guarded_list(values, what):
    def mutating(name):
        original = getattr(list, name)

        def method(self, *args, **kwargs):
            if not caller_is_library(2):
                refuse_mutation(what)
            return original(self, *args, **kwargs)

        return method

    methods = {name: mutating(name) for name in LIST_MUTATORS.split()}
    return type("list", (list,), methods)(values)


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

    for name in [name for name in sys.modules if covers(denied_modules(), name)]:
        del sys.modules[name]
    sys.addaudithook(hook)
    if FLAGS.get("no_environment"):
        os.environ._data = GuardedEnvironment(os.environ._data)
    if FLAGS.get("no_code_exec"):
        for name in ("eval", "exec", "compile"):
            setattr(builtins, name, guarded_builtin(name))
    if FLAGS.get("no_interpreter_mutation"):
        for name in ("path", "meta_path", "path_hooks"):
            setattr(sys, name, guarded_list(getattr(sys, name), "sys." + name))


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
