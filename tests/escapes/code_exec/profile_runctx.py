# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import profile
import sys

profile.runctx(sys.argv[1], {}, {})
