# policy: --no-network --seal
# evidence: printed {token}
# args: {token}
# needs: module ctypes
# layer: kernel: native code calls the system directly

import ctypes
import os
import sys

child = os.fork()
if child == 0:
    os.kill(os.getpid(), 19)
    os._exit(0)
os.waitpid(child, os.WUNTRACED)
if ctypes.CDLL(None).ptrace(16, child, None, None) == 0:
    print(sys.argv[1])
os.kill(child, 9)
