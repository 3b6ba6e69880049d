# policy: --no-environment
# evidence: printed {secret}

import gc
import os

print(gc.get_referents(os.environ))
