# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import trace

trace.Trace(count=0, trace=0).run(sys.argv[1])
