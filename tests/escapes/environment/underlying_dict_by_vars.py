# policy: --no-environment
# evidence: printed {secret}

import os

print(vars(os.environ))
