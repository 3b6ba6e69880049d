# policy: --no-environment
# evidence: printed {secret}

import atexit
import os

atexit.register(lambda: print(os.environ["CANARY_SECRET"]))
