# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'
# needs: module _testcapi

import _testcapi
import sys

_testcapi.run_in_subinterp(sys.argv[1] + "; import sys; sys.stdout.flush()")
