"""What a program can see of its interpreter and its process."""

from __future__ import annotations

from side_by_side import Case

SEEN_FROM_PYTHON: dict[str, str] = {
    "versions": "sys.version, sys.version_info, sys.implementation, sys.api_version",
    "prefixes": "sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix",
    "executable": "sys.executable, sys._base_executable, os.path.isabs(sys.executable)",
    "standard library": "sys._stdlib_dir, os.__file__, sys.path",
    "build": "sys.platlibdir, sys.abiflags, sys._git, sys.copyright, sys.platform",
    "numbers": "sys.maxsize, sys.int_info, sys.float_info, sys.hash_info, sys.thread_info",
    "limits": "sys.getrecursionlimit(), sys.getswitchinterval(), sys.get_int_max_str_digits()",
    "modules": "sorted(sys.modules)",
    "built-in modules": "sys.builtin_module_names, sorted(sys.stdlib_module_names)",
    "names in sys": "sorted(dir(sys))",
    "names in builtins": "sorted(dir(__builtins__))",
    "import system": "sys.meta_path, sys.path_hooks, sorted(sys.path_importer_cache)",
    "hooks": "sys.excepthook, sys.displayhook, sys.unraisablehook, sys.breakpointhook",
    "audit events cost nothing": "sys.audit('x', 1), sys.getprofile(), sys.gettrace()",
    "streams": "sys.stdin, sys.stdout, sys.stderr, sys.__stdout__ is sys.stdout",
    "encodings": "sys.getfilesystemencoding(), locale.getencoding()",
    "flags": "sys.flags, sys.warnoptions, sys._xoptions, sys.dont_write_bytecode",
    "collector": "gc.isenabled(), gc.get_threshold(), gc.get_debug(), len(gc.callbacks)",
    "site": "site.getsitepackages(), site.USER_BASE, site.ENABLE_USER_SITE, site.PREFIXES",
    "sysconfig paths": "sysconfig.get_paths(), sysconfig.get_default_scheme()",
    "sysconfig in a prefix": "sysconfig.get_preferred_scheme('prefix'), sysconfig.get_platform()",
    "sysconfig variables": "{k: v for k, v in sysconfig.get_config_vars().items()}",
    "platform": "platform.platform(), platform.python_build(), platform.architecture()",
    "suffixes": "importlib.machinery.all_suffixes(), _imp.extension_suffixes()",
    "warnings filters": "warnings.filters",
    "signal handlers": "[(s.name, signal.getsignal(s)) for s in signal.Signals]",
    "signal mask": "signal.pthread_sigmask(0, []), signal.sigpending(), signal.get_wakeup_fd()",
    "resource limits": "[resource.getrlimit(getattr(resource, n)) for n in dir(resource) "
    "if 'RLIMIT_' in n]",
    "threads": "threading.enumerate(), threading.active_count(), threading.stack_size()",
    "faulthandler": "faulthandler.is_enabled(), tracemalloc.is_tracing()",
    "environment": "dict(os.environ)",
    "locale": "locale.setlocale(locale.LC_ALL), locale.getlocale(), time.tzname",
    "umask, ids, session": "os.umask(0o22), os.getresuid(), os.getresgid(), os.getgroups(), "
    "os.getsid(0) == os.getpid(), os.getpgrp() == os.getpid()",
    "scheduling": "os.sched_getscheduler(0), os.sched_getaffinity(0), os.nice(0)",
    "ctypes sees the interpreter": "ctypes.pythonapi.Py_GetVersion, "
    "ctypes.c_char_p.in_dll(ctypes.pythonapi, 'Py_FileSystemDefaultEncoding').value "
    "if sys.version_info < (3, 12) else None",
    "ctypes calls the interpreter": "ctypes.pythonapi.PyLong_AsLong(ctypes.py_object(42))",
    "private API is exported": "[hasattr(ctypes.pythonapi, n) for n in "
    "('_PyRuntime', '_Py_NoneStruct', 'PyExc_ValueError', '_PyObject_New', 'Py_BytesMain')]",
    "all extension modules load": "[type(importlib.import_module(m)).__name__ for m in "
    "sorted(sys.stdlib_module_names) if m.startswith('_') and importlib.util.find_spec(m) "
    "and not m.startswith(('_tkinter', '_msi', '__'))]",
    "ssl, sqlite, zlib": "ssl.OPENSSL_VERSION, sqlite3.sqlite_version, zlib.ZLIB_RUNTIME_VERSION",
    "decimal and json in C": "decimal.__libmpdec_version__, json.encoder.c_make_encoder",
    "orig_argv": "sys.argv, sys.orig_argv[1:], len(sys.orig_argv)",
    "memory": "sys._debugmallocstats is not None, sys.getallocatedblocks() > 0",
}

IMPORTS = (
    "_imp, ctypes, decimal, faulthandler, gc, importlib.machinery, importlib.util, json, locale, "
    "os, platform, resource, signal, site, sqlite3, ssl, sys, sysconfig, threading, time, "
    "tracemalloc, warnings, zlib"
)
# These must be seen before anything else is imported.
BARE = ("modules", "import system", "names in sys", "names in builtins", "warnings filters")

# Lines of /proc/self/status that tell a guarded process from a plain one.
STATUS_LINES = (
    "Name Umask Threads SigPnd ShdPnd SigBlk SigIgn SigCgt CapInh CapPrm CapEff CapBnd "
    "CapAmb NoNewPrivs Seccomp Seccomp_filters Speculation_Store_Bypass Cpus_allowed TracerPid"
).split()

SEEN_FROM_THE_KERNEL: dict[str, str] = {
    "status": f"[l for l in open('/proc/self/status') if l.split(':')[0] in {STATUS_LINES}]",
    "open descriptors": "sorted((fd, os.readlink('/proc/self/fd/' + fd).split(':')[0]) "
    "for fd in os.listdir('/proc/self/fd'))",
    "threads": "len(os.listdir('/proc/self/task'))",
    "process name": "open('/proc/self/comm').read()",
    "arguments": "open('/proc/self/cmdline').read()",
    "environment": "open('/proc/self/environ').read()",
    "namespaces": "[(n, os.readlink('/proc/self/ns/' + n)) "
    "for n in sorted(os.listdir('/proc/self/ns'))]",
    "limits": "open('/proc/self/limits').read()",
    "loaded libraries": "sorted({os.path.basename(l.split()[-1]) for l in open('/proc/self/maps') "
    "if '.so' in l})",
    "children": "open('/proc/self/task/%d/children' % os.getpid()).read()",
    "descriptor flags": "[(fd, fcntl.fcntl(fd, fcntl.F_GETFD), fcntl.fcntl(fd, fcntl.F_GETFL)) "
    "for fd in range(3)]",
    "out-of-memory score": "open('/proc/self/oom_score_adj').read()",
    "core filter and dumpable": "open('/proc/self/coredump_filter').read(), "
    "os.stat('/proc/self/mem').st_uid",
    "mount table": "len(open('/proc/self/mountinfo').readlines())",
}

LINKED = "bin/python"

# Where the executable is, what python3 was built as, the variable of the shell
# cases, a thread's address.
VOLATILE = (r"'(projectbase|EXENAME)': .*?,", r"(?<='PYTHON': ).*", r"started \d+")

CASES = [
    *(
        Case(
            f"sys: {name}",
            ("-c", f"import {'os, sys' if name in BARE else IMPORTS}\nprint({code})"),
            volatile=VOLATILE,
        )
        for name, code in SEEN_FROM_PYTHON.items()
    ),
    *(
        Case(
            f"link: {name}",
            ("-c", f"import {'os, sys' if name in BARE else IMPORTS}\nprint({code})"),
            volatile=VOLATILE,
            link=LINKED,
        )
        for name, code in SEEN_FROM_PYTHON.items()
    ),
    *(
        Case(f"kernel: {name}", ("-c", f"import fcntl, os\nprint({code})"), link=LINKED)
        for name, code in SEEN_FROM_THE_KERNEL.items()
    ),
]
