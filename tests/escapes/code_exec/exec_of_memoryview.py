# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

exec(memoryview(bytearray(sys.argv[1].encode())))
