# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import operator
import os
import sys

operator.attrgetter("sys.modules")(os)["builtins"].exec(sys.argv[1])
