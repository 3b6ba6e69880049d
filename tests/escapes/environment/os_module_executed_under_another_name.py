# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

import importlib.util
import os

spec = importlib.util.spec_from_file_location("os2", os.__file__)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.environ["CANARY_SECRET"])
