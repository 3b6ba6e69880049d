# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {expression}

import builtins
import sys


def load(name, *_):
    a, b = sys.argv[1].split("*")
    print(int(a) * int(b))


builtins.__import__ = load
import nothing_of_that_name
