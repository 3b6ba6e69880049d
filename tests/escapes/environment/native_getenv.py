# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

import ctypes

getenv = ctypes.CDLL(None).getenv
getenv.restype = ctypes.c_char_p
print(getenv(b"CANARY_SECRET"))
