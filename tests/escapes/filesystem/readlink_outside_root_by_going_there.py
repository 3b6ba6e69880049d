# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/way
# setup: mkdir {outside}/{secret}-folder && ln -s {secret}-folder {outside}/way

import os
import sys

os.chdir(sys.argv[1])
print(os.getcwd())
