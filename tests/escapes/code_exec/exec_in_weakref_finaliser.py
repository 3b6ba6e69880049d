# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import weakref


class Thing:
    pass


thing = Thing()
weakref.finalize(thing, exec, sys.argv[1])
del thing
