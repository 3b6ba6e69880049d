# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import importlib.machinery
import sys

importlib.machinery.SourceFileLoader("x", "x").set_data(sys.argv[1], b"x")
