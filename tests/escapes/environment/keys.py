# policy: --no-environment
# evidence: printed CANARY_SECR

import os

print([*os.environ.keys()])
