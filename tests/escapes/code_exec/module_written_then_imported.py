# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import importlib
import sys

with open("generated.py", "w") as file:
    file.write(sys.argv[1])
sys.path.insert(0, "")
importlib.invalidate_caches()
importlib.import_module("generated")
