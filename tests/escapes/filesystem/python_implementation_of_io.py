# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import _pyio
import sys

_pyio.FileIO(sys.argv[1], "w")
