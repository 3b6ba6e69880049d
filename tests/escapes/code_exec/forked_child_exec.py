# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import os
import sys

if os.fork() == 0:
    exec(sys.argv[1])
else:
    _, status = os.wait()
    sys.exit(os.waitstatus_to_exitcode(status))
