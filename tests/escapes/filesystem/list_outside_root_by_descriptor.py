# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/listing

import os
import sys

print(os.listdir(os.open(sys.argv[1], os.O_RDONLY)))
