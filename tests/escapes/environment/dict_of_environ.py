# policy: --no-environment
# evidence: printed {secret}

import os

print(dict(os.environ))
