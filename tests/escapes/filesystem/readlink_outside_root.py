# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/link

import os
import sys

print(os.readlink(sys.argv[1]))
