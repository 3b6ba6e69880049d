# policy: --fs-readonly={inside}
# evidence: printed {token}
# args: {secret_file} {token}

import os
import sys

try:
    os.chdir(sys.argv[1])
except NotADirectoryError:
    print(sys.argv[2])
