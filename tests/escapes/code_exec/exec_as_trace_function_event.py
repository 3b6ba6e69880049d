# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys


def trace(frame, event, arg):
    exec(sys.argv[1])


sys.settrace(trace)
(lambda: 0)()
sys.settrace(None)
