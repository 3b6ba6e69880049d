"""The audited events of CPython 3.11 to 3.13 that matter to a guard, and what to feed them.

The scripts beside this package raise them by hand. `control` proves that what
they send does reach a hook: on plain python3 it adds a careless one.
"""

import sys

EVENTS = """
socket.__new__ socket.connect socket.bind socket.sendto socket.sendmsg socket.getaddrinfo
socket.gethostbyname socket.gethostbyaddr socket.getnameinfo socket.getservbyname
socket.getservbyport socket.gethostname socket.sethostname urllib.Request http.client.connect
http.client.send ftplib.connect ftplib.sendcmd smtplib.connect smtplib.send poplib.connect
poplib.putline imaplib.open imaplib.send telnetlib.Telnet.open nntplib.connect webbrowser.open
syslog.openlog syslog.syslog syslog.closelog syslog.setlogmask
subprocess.Popen os.system os.exec os.posix_spawn os.fork os.forkpty pty.spawn os.spawn
os.startfile os.kill os.killpg signal.pthread_kill resource.setrlimit resource.prlimit
_thread.start_new_thread _thread.start_joinable_thread ensurepip.bootstrap
open os.listdir os.scandir os.walk os.fwalk os.chdir os.mkdir os.rmdir os.remove os.rename
os.link os.symlink os.truncate os.chmod os.chown os.chflags os.utime os.getxattr os.setxattr
os.removexattr os.listxattr os.lockf fcntl.flock fcntl.lockf fcntl.fcntl fcntl.ioctl
mmap.__new__ shutil.copyfile shutil.copymode shutil.copystat shutil.copytree shutil.move
shutil.rmtree shutil.make_archive shutil.unpack_archive shutil.chown tempfile.mkstemp
tempfile.mkdtemp glob.glob glob.glob/2 pathlib.Path.glob pathlib.Path.rglob pathlib.Path.walk
sqlite3.connect sqlite3.connect/handle sqlite3.enable_load_extension sqlite3.load_extension
setopencodehook os.putenv os.unsetenv
compile exec code.__new__ function.__new__ object.__setattr__ object.__getattr__
object.__delattr__ marshal.loads marshal.load marshal.dumps pickle.find_class import
cpython.run_command cpython.run_module cpython.run_file cpython.run_stdin cpython.run_startup
cpython.run_interactivehook builtins.input builtins.input/result builtins.breakpoint pdb.Pdb
builtins.id array.__new__
sys.addaudithook sys._getframe sys._getframemodulename sys._current_frames
sys._current_exceptions sys.settrace sys.setprofile sys.monitoring.register_callback
sys.set_asyncgen_hook_firstiter sys.set_asyncgen_hook_finalizer sys.excepthook
sys.unraisablehook gc.get_objects gc.get_referrers gc.get_referents
cpython.PyInterpreterState_New cpython.PyInterpreterState_Clear cpython._PySys_ClearAuditHooks
ctypes.dlopen ctypes.dlsym ctypes.dlsym/handle ctypes.call_function ctypes.cdata
ctypes.cdata/buffer ctypes.addressof ctypes.string_at ctypes.wstring_at ctypes.PyObj_FromPtr
ctypes.get_errno ctypes.set_errno ctypes.create_string_buffer ctypes.create_unicode_buffer
time.sleep sys.remote_exec cpython.remote_debugger_script
""".split()

_METHODS = """
__repr__ __str__ __bytes__ __format__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__
__bool__ __len__ __iter__ __next__ __getitem__ __contains__ __fspath__ __index__ __int__
__float__ __call__ __enter__ __exit__ __reversed__ __add__ __radd__ __mod__ __mul__ __and__
__rand__ __or__ __invert__ __neg__ __fileno__ fileno encode decode lower upper strip rstrip
lstrip split rsplit partition rpartition startswith endswith replace find join format casefold
isidentifier keys values items get copy __buffer__ __getattr__ __reduce_ex__
""".split()


def ran(method):
    """Code of ours has run where none should."""
    print("in the hook:", method, *sys.argv[2:], flush=True)


def make_hostile(base):
    """An object of a subclass of `base` whose every method tells that it was called."""

    def method(name):
        def call(self, *args, **kwargs):
            ran(name)
            raise SystemExit(name)

        return call

    kind = type("Hostile", (base,), {name: method(name) for name in _METHODS})
    if base is type:
        return type.__new__(kind, "Meta", (), {})
    return kind.__new__(kind)


def control(argv):
    """On plain python3: a hook that does with its arguments what none should do."""
    if argv[1] != "control":
        return

    def careless(event, args, told=[]):
        if told or not event:
            return
        for arg in args[:3]:
            isinstance(arg, str) and arg.startswith("/")
        print(*argv[2:])
        told.append(1)

    sys.addaudithook(careless)
