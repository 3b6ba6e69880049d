# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import timeit

timeit.main(["-n1", "-r1", sys.argv[1]])
