# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

# The same for every builtin of the modules that are guarded in place.
import sys

from events import control

control(sys.argv)
import _posixsubprocess
import _socket
import _sqlite3
import _ssl
import _thread
import faulthandler
import gc
import posix

harmful = {
    "_exit",
    "abort",
    "fork",
    "forkpty",
    "fork1",
    "vfork",
    "kill",
    "killpg",
    "closerange",
    "close",
    "dup2",
    "pause",
    "wait",
    "wait3",
    "wait4",
    "waitpid",
    "waitid",
    "setsid",
    "interrupt_main",
    "_sigsegv",
    "_sigabrt",
    "_sigfpe",
    "_fatal_error",
    "_fatal_error_c_thread",
    "_stack_overflow",
    "_read_null",
    "exit",
    "exit_thread",
    "dump_traceback_later",
    "sched_yield",
    "sched_setaffinity",
    "sched_setparam",
    "sched_setscheduler",
    "setpriority",
    "lockf",
    "login_tty",
    "ftruncate",
    "chroot",
    "unshare",
    "setuid",
    "setgid",
    "setresuid",
    "setresgid",
    "setreuid",
    "setregid",
    "seteuid",
    "setegid",
    "setgroups",
    "initgroups",
    "nice",
    "read",
    "readv",
    "tcsetpgrp",
    "setpgid",
    "sync",
    "fsync",
    "fdatasync",
    "sendfile",
    "splice",
    "copy_file_range",
    "set_blocking",
    "umask",
    "fchmod",
    "fchown",
    "openpty",
    "dup",
    "pipe",
    "pipe2",
    "eventfd",
    "eventfd_read",
    "start_new_thread",
    "start_new",
    "start_joinable_thread",
    "daemon_threads_allowed",
    "_shutdown",
    "raise_signal",
    "sched_setscheduler",
    "sched_setparam",
    "sched_setaffinity",
    "setpriority",
    "stack_size",
    "set_threshold",
    "set_debug",
    "disable",
    "fchdir",
    "chdir",
    "posix_fallocate",
    "write",
    "writev",
    "pwrite",
    "pwritev",
    "lseek",
    "isatty",
    "enable",
    "register",
    "tcgetpgrp",
    "unlink",
    "remove",
    "rmdir",
    "allocate_lock",
    "acquire",
    "_get_main_thread_ident",
    "_make_thread_handle",
}
values = [
    (),
    (None,),
    (1 << 80,),
    ("\ud800",),
    (b"\0",),
    (object(), object()),
    ("x" * 5000,),
    (-1,),
    ("/nonexistent", 0),
    ([], {}, None, 3),
    (("x", 1),),
    (None,) * 21,
]
for module in (posix, _socket, _thread, gc, _sqlite3, _ssl, _posixsubprocess, faulthandler):
    for name, function in list(vars(module).items()):
        if not callable(function) or isinstance(function, type) or name in harmful:
            continue
        for arguments in values:
            try:
                function(*arguments)
            except Exception:
                pass
