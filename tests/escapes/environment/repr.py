# policy: --no-environment
# evidence: printed {secret}

import os

print(repr(os.environ))
