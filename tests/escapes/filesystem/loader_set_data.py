# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}
# silent: importlib does without a cache: a probe

import importlib.machinery
import sys

importlib.machinery.SourceFileLoader("x", "x").set_data(sys.argv[1], b"x")
