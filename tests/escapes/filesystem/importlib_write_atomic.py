# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}
# silent: importlib does without a cache: a probe

import sys
from importlib import _bootstrap_external

_bootstrap_external._write_atomic(sys.argv[1], b"x")
