# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/link

import os, sys

print(os.path.realpath(sys.argv[1]))
