# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import runpy
import sys

runpy._run_code(compile(sys.argv[1], "x", "exec"), {})
