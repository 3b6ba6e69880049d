# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import codeop
import sys

exec(codeop.CommandCompiler()(sys.argv[1]))
