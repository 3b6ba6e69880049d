# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

import sys

for name in ("os", "posix"):
    sys.modules.pop(name, None)
import os

print(os.environ["CANARY_SECRET"])
