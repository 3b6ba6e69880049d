# policy: --fs-readonly
# evidence: created {mark}.db
# args: {mark}
# needs: module _dbm

import _dbm
import sys

_dbm.open(sys.argv[1], "c")
