# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

import _imp
import importlib.util

spec = importlib.util.find_spec("posix")
module = _imp.create_builtin(spec)
_imp.exec_builtin(module)
print(module.environ)
