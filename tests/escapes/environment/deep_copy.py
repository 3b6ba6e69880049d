# policy: --no-environment
# evidence: printed {secret}

import copy
import os

print(copy.deepcopy(os.environ))
