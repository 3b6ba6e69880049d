# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {expression}

import sys


def profile(frame, event, arg):
    sys.setprofile(None)
    a, b = map(int, sys.argv[1].split("*"))
    print(a * b)


sys.setprofile(profile)
(lambda: 0)()
