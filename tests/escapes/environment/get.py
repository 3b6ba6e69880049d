# policy: --no-environment
# evidence: printed {secret}

import os

print(os.environ.get("CANARY_SECRET"))
