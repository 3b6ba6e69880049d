# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sys


class Last:
    def __del__(self, open=open, path=sys.argv[1]):
        open(path, "w")


keep = Last()
