# policy: --no-environment
# evidence: printed {secret}

import os

print(list(os.environ.values()))
