# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import multiprocessing
import sys


class Run:
    def __reduce__(self):
        return exec, (sys.argv[1],)


left, right = multiprocessing.Pipe()
left.send(Run())
right.recv()
