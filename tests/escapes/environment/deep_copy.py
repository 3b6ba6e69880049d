# policy: --no-environment
# evidence: printed {secret}

import copy, os

print(copy.deepcopy(os.environ))
