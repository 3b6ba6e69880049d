# policy: --deny-import _sqlite3
# evidence: printed {answer}
# args: {expression}

import _imp
import importlib.machinery
import sys

spec = importlib.machinery.PathFinder.find_spec("_sqlite3")
module = _imp.create_dynamic(spec)
_imp.exec_dynamic(module)
a, b = map(int, sys.argv[1].split("*"))
print(module.connect(":memory:").execute("select ? * ?", (a, b)).fetchone())
