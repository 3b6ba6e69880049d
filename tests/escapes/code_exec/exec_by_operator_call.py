# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'
# needs: python>=3.11

import operator
import sys

operator.call(exec, sys.argv[1])
