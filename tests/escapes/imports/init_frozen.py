# policy: --deny-import __hello__
# evidence: printed {answer}
# args: {expression}

import _imp
import sys

module = _imp.init_frozen("__hello__")
a, b = map(int, sys.argv[1].split("*"))
print(a * b if module else "")
