# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sys
from io import open as captured
import builtins

builtins.open = None
captured(sys.argv[1], "w")
