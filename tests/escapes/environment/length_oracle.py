# policy: --no-environment
# evidence: printed {token}
# args: {token}

import os
import sys

if len(os.environ) > 2:
    print(sys.argv[1])
