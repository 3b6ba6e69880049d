# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

# The standard library's code changes whatever sequence it is given.
import collections.abc
import sys

collections.abc.MutableSequence.append(sys.path, sys.argv[1])
import evil
