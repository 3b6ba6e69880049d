# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys


class Source(str):
    run = property(exec)


Source(sys.argv[1]).run
