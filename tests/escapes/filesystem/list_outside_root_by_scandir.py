# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/listing

import os
import sys

print(*os.scandir(sys.argv[1]))
