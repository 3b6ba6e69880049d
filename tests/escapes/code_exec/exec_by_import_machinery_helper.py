# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
from importlib._bootstrap import _call_with_frames_removed

_call_with_frames_removed(exec, sys.argv[1], {})
