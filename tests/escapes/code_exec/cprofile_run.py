# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import cProfile
import sys

cProfile.run(sys.argv[1])
