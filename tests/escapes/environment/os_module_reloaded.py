# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

import importlib
import os
import posix

importlib.reload(posix)
importlib.reload(os)
print(os.environ["CANARY_SECRET"])
