# policy: --no-environment
# evidence: printed {secret}

import os

print(os.getenv("CANARY_SECRET"))
