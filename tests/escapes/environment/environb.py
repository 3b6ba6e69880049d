# policy: --no-environment
# evidence: printed {secret}

import os

print(os.environb[b"CANARY_SECRET"])
