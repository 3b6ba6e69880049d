# policy: --block-native
# evidence: printed {answer}
# args: {expression}

# An index out of range makes any address an object: machine code in all but name.
import sys


def sample():
    return 1


sample.__code__ = sample.__code__.replace(co_consts=())
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
