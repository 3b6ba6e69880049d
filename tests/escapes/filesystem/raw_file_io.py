# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import _io
import sys

_io.FileIO(sys.argv[1], "w")
