# policy: --no-network --seal
# evidence: printed {token}
# args: {token}
# needs: module ctypes

import _ctypes
import ctypes
import sys

Hook = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.py_object, ctypes.c_void_p)
hook = Hook(lambda event, args, data: print(sys.argv[1]) or 0 if event == b"mine" else 0)
address = _ctypes.dlsym(ctypes.pythonapi._handle, "PySys_AddAuditHook")
ctypes.PYFUNCTYPE(ctypes.c_int, Hook, ctypes.c_void_p)(address)(hook, None)
sys.audit("mine")
