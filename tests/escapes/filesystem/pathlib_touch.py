# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import pathlib
import sys

pathlib.Path(sys.argv[1]).touch()
