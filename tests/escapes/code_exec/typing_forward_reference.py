# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import typing


def sample(x):
    pass


sample.__annotations__["x"] = sys.argv[1]
typing.get_type_hints(sample)
