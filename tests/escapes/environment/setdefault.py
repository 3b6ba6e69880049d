# policy: --no-environment
# evidence: printed {secret}

import os

print(os.environ.setdefault("CANARY_SECRET", ""))
