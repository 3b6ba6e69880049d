# policy: --no-environment
# evidence: printed {secret}

import gc, os

print(gc.get_referents(os.environ))
