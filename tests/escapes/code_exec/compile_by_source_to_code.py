# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import importlib.machinery
import sys

code = importlib.machinery.SourceFileLoader("x", "x").source_to_code(sys.argv[1], "x")
exec(code)
