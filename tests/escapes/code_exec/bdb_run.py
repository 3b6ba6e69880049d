# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import bdb
import sys

bdb.Bdb().run(sys.argv[1])
