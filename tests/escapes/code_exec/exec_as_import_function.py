# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import builtins
import sys

builtins.__import__ = lambda name, *_: exec(name)
__import__(sys.argv[1])
