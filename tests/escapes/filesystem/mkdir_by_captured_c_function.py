# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sys
from posix import mkdir

list(map(mkdir, sys.argv[1:]))
