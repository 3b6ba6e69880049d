# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

exec(compile(sys.argv[1], "<frozen importlib._bootstrap>", "exec"))
