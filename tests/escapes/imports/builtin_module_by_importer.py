# policy: --deny-import _posixsubprocess
# evidence: printed {answer}
# args: {expression}

import importlib.machinery
import importlib.util
import sys

spec = importlib.machinery.BuiltinImporter.find_spec(
    "_posixsubprocess"
) or importlib.machinery.PathFinder.find_spec("_posixsubprocess")
module = importlib.util.module_from_spec(spec)
a, b = map(int, sys.argv[1].split("*"))
print(a * b if module.fork_exec else 0)
