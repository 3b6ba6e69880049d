# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}

import runpy
import sys

sys.path.insert(0, sys.argv[1])
runpy.run_module("evil")
