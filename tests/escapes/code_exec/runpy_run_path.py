# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/program.txt

import runpy
import sys

runpy.run_path(sys.argv[1])
