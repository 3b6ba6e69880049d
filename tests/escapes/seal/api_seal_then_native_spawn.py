# policy: --no-environment
# evidence: created {mark}
# args: {mark}
# needs: module ctypes
# layer: kernel: native code calls the system directly

import contextlib
import ctypes
import os
import sys

try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(no_subprocess=True, sealed=True)
except ImportError:
    blocker = contextlib.nullcontext()
with blocker:
    pass
execve = 59 if os.uname().machine == "x86_64" else 221
words = [b"/bin/sh", b"-c", b"> '%s'" % os.fsencode(sys.argv[1]), None]
ctypes.CDLL(None).syscall(
    execve, words[0], (ctypes.c_char_p * 4)(*words), (ctypes.c_char_p * 1)(None)
)
