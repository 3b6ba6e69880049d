# policy: --fs-readonly={inside}
# evidence: printed {size}
# args: {outside}/sized
# silent: what the import system merely looks for gets the plain error that it expects

import importlib.machinery
import sys

print(importlib.machinery.SourceFileLoader("x", sys.argv[1]).path_stats(sys.argv[1]))
