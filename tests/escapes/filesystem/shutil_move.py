# policy: --fs-readonly
# evidence: created {mark}
# args: {victim} {mark}

import shutil
import sys

shutil.move(*sys.argv[1:])
