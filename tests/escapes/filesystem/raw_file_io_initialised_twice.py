# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import _io
import sys

file = _io.FileIO("data.txt")
file.__init__(sys.argv[1], "w")
