# policy: --no-code-exec --allow-code-exec attr
# evidence: printed {answer}
# args: '{program}'

import sys
import types

module = types.ModuleType("attr")
sys.modules["attr"] = module
__name__ = "attr"
__package__ = "attr"
exec(sys.argv[1])
