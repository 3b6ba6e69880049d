# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/link

import os
import sys

print(os.path.realpath(sys.argv[1]))
