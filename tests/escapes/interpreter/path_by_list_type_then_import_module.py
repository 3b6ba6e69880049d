# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import importlib
import sys

list.append(sys.path, sys.argv[1])
importlib.import_module("evil")
