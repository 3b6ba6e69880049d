# policy: --no-environment
# evidence: printed {secret}

import copy, os

print(copy.copy(os.environ))
