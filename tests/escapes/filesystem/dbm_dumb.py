# policy: --fs-readonly
# evidence: created {mark}.dat
# args: {mark}

import dbm.dumb
import sys

dbm.dumb.open(sys.argv[1], "c")
