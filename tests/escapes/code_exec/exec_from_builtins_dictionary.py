# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

vars(sys.modules["builtins"])["exec"](sys.argv[1])
