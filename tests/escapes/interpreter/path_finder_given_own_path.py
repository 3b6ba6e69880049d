# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import importlib.machinery
import importlib.util
import sys

spec = importlib.machinery.PathFinder.find_spec("evil", sys.argv[1:])
spec.loader.exec_module(importlib.util.module_from_spec(spec))
