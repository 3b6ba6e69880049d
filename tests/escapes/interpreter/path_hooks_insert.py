# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {expression}

import sys


def hook(entry):
    a, b = sys.argv[1].split("*")
    print(int(a) * int(b))
    raise ImportError


sys.path_hooks.insert(0, hook)
sys.path_importer_cache.clear()
import nothing_of_that_name
