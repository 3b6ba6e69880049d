# policy: --no-environment
# evidence: printed {secret}

import os

print(type(os.environ).__getitem__(os.environ, "CANARY_SECRET"))
