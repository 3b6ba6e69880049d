# policy: --no-environment
# evidence: printed {secret}

import os
import types

getenv = types.FunctionType(os.getenv.__code__, {"environ": os.environ}, None, (None,))
print(getenv("CANARY_SECRET"))
