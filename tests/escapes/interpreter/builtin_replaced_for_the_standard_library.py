# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {expression}

# A library function called by others meets the user's open.
import builtins
import linecache
import sys
import tokenize


def fake(*_, **__):
    a, b = sys.argv[1].split("*")
    print(int(a) * int(b))
    raise OSError


builtins.open = fake
import fileinput

next(fileinput.FileInput("x"), None)
