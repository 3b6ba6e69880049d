# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import marshal
import sys

exec(marshal.loads(marshal.dumps(compile(sys.argv[1], "x", "exec"))))
