# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/link

import os, sys

print(os.readlink(sys.argv[1]))
