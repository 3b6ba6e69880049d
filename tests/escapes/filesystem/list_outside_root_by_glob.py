# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/listing/*

import glob
import sys

print(glob.glob(sys.argv[1]))
