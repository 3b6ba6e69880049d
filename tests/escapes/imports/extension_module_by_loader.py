# policy: --deny-import _sqlite3
# evidence: printed {answer}
# args: {expression}

import importlib.machinery
import importlib.util
import sys

spec = importlib.machinery.PathFinder.find_spec("_sqlite3")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
a, b = map(int, sys.argv[1].split("*"))
print(module.connect(":memory:").execute("select ? * ?", (a, b)).fetchone())
