# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import os
import sys

os.path.join.__builtins__["exec"](sys.argv[1])
