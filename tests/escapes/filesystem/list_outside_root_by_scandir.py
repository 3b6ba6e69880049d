# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/listing

import os, sys

print(*os.scandir(sys.argv[1]))
