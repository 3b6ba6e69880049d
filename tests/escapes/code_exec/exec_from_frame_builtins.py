# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

sys._getframe().f_builtins["exec"](sys.argv[1])
