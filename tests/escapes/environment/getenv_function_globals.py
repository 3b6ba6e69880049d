# policy: --no-environment
# evidence: printed {secret}

import os

print(os.getenv.__globals__["environ"]["CANARY_SECRET"])
