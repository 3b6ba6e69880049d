# policy: --no-environment
# evidence: printed {token}
# args: {token}

import os
import sys

if "CANARY_SECRET" in os.environ:
    print(sys.argv[1])
