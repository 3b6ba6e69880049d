# policy: --no-network --seal
# evidence: printed {token}
# args: {token}

import sys


def profile(*_):
    sys.setprofile(None)
    print(sys.argv[1])


sys.setprofile(profile)
(lambda: 0)()
