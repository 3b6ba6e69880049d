# policy: --scrub-env
# evidence: printed {secret}
# silent: absent, not refused

import ctypes

getenv = ctypes.CDLL(None).getenv
getenv.restype = ctypes.c_char_p
print(getenv(b"CANARY_SECRET"))
