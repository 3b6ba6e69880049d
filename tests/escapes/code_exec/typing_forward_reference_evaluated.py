# policy: --no-code-exec
# evidence: printed {answer}
# args: {expression}

import sys
import typing

reference = typing.ForwardRef(sys.argv[1])
print(eval(reference.__forward_code__))
