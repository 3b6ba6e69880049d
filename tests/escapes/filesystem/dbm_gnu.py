# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}
# needs: module _gdbm

import _gdbm
import sys

_gdbm.open(sys.argv[1], "c")
