# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import builtins
import sys
from io import open as captured

builtins.open = None
captured(sys.argv[1], "w")
