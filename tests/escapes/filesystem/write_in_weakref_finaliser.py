# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sys
import weakref


class Thing:
    pass


thing = Thing()
weakref.finalize(thing, open, sys.argv[1], "w")
