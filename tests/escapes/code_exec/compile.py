# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

code = compile(sys.argv[1], "x", "exec")
exec(code)
