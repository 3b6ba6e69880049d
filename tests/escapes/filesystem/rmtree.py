# policy: --fs-readonly
# evidence: gone {victim}
# args: {outside}

import shutil
import sys

shutil.rmtree(sys.argv[1])
