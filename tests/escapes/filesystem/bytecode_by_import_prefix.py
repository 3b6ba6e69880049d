# policy: --fs-readonly
# evidence: changed {outside}/empty
# args: {code} {outside}/empty
# silent: importlib does without a cache: a probe

import importlib
import sys

sys.dont_write_bytecode = False
sys.pycache_prefix = sys.argv[2]
sys.path.insert(0, sys.argv[1])
importlib.import_module("evil")
