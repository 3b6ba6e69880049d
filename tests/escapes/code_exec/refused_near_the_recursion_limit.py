# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys


def deep():
    try:
        deep()
    except BaseException:
        try:
            exec(sys.argv[1])
        except BaseException:
            pass
        raise


try:
    deep()
except RecursionError:
    pass
