# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys


class Entry(str):
    def __fspath__(self):
        return "/usr/lib/python3"

    __str__ = __repr__ = __fspath__


sys.path.append(Entry(sys.argv[1]))
import evil
