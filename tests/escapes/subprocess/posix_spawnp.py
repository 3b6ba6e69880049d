# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

os.waitpid(os.posix_spawnp("touch", ["touch", sys.argv[1]], os.environ), 0)
