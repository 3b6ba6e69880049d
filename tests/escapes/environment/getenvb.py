# policy: --no-environment
# evidence: printed {secret}

import os

print(os.getenvb(b"CANARY_SECRET"))
