# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import code
import sys

lines = iter(sys.argv[1:])


def read(prompt):
    try:
        return next(lines)
    except StopIteration:
        raise EOFError


code.interact(readfunc=read)
