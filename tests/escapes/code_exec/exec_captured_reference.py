# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import builtins
import sys

run = builtins.exec
builtins.exec = None
run(sys.argv[1])
