# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

import ctypes

environ = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
index = 0
while environ[index]:
    print(environ[index])
    index += 1
