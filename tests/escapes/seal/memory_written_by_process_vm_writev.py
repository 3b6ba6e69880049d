# policy: --no-network --seal
# evidence: printed {token}
# args: {token}
# needs: module ctypes
# layer: kernel: native code calls the system directly

import ctypes
import os
import sys


class Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("size", ctypes.c_size_t)]


token = sys.argv[1].encode()
source, target = ctypes.create_string_buffer(token), ctypes.create_string_buffer(len(token))
local, remote = (Vector(ctypes.addressof(buffer), len(token)) for buffer in (source, target))
ctypes.CDLL(None).process_vm_writev(os.getpid(), ctypes.byref(local), 1, ctypes.byref(remote), 1, 0)
print(target.raw.decode())
