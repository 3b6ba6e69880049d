# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import ast
import sys

exec(compile(ast.parse(sys.argv[1]), "x", "exec"))
