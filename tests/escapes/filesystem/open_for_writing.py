# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sys

open(sys.argv[1], "w")
