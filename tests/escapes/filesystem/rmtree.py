# policy: --fs-readonly
# evidence: gone {victim}
# args: {outside}

import shutil, sys

shutil.rmtree(sys.argv[1])
