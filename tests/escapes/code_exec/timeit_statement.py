# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import timeit

timeit.timeit(sys.argv[1], number=1)
