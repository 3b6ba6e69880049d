# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys


class Source(str):
    pass


exec(Source(sys.argv[1]))
