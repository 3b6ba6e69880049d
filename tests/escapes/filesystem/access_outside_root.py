# policy: --fs-readonly={inside}
# evidence: printed {token}
# args: {secret_file} {token}

import os
import sys

print(sys.argv[2] if os.access(sys.argv[1], os.F_OK) else "")
