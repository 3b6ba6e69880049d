# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import inspect
import sys


def sample(x):
    pass


sample.__annotations__["x"] = sys.argv[1]
inspect.get_annotations(sample, eval_str=True)
