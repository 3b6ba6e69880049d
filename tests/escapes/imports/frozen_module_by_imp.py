# policy: --deny-import __hello__
# evidence: printed {answer}
# args: {expression}

import _imp
import sys

code = _imp.get_frozen_object("__hello__")
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
