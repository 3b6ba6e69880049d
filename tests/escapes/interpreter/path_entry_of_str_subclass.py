# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys


class Entry(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


sys.path.append(Entry(sys.argv[1]))
import evil
