# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import codeop
import sys

exec(codeop.compile_command(sys.argv[1]))
