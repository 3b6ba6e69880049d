# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/listing

import os
import sys

fd = os.open(sys.argv[1], os.O_PATH)
print(os.listdir(f"/proc/self/fd/{fd}"))
