# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sys


def hook(event, args, busy=[]):
    if not busy:
        busy.append(1)
        open(sys.argv[1], "w")


sys.addaudithook(hook)
sys.audit("x")
