# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import os
import sys

exec(compile(sys.argv[1], os.__file__, "exec"), {"__name__": "os", "__file__": os.__file__})
