# policy: --no-code-exec
# evidence: printed {answer}
# args: {expression}

import inspect
import sys


def function(x): ...  # type: ignore[no-untyped-def]


function.__annotations__["x"] = sys.argv[1]
print(inspect.signature(function, eval_str=True))
