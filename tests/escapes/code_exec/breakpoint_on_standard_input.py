# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'
# stdin: {program}

import sys

breakpoint()
