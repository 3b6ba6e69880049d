# policy: --no-network --seal
# evidence: printed {token}
# args: {token}
# needs: module ctypes

import ctypes
import sys

Hook = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.py_object, ctypes.c_void_p)
hook = Hook(lambda event, args, data: print(sys.argv[1]) or 0 if event == b"mine" else 0)
ctypes.pythonapi.PySys_AddAuditHook(hook, None)
sys.audit("mine")
