# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

sys.displayhook = exec
sys.displayhook(sys.argv[1])
