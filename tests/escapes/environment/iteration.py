# policy: --no-environment
# evidence: printed CANARY_SECR

import os

for name in os.environ:
    print(name)
