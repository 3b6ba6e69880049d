# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import code
import sys

code.InteractiveInterpreter().runsource(sys.argv[1])
