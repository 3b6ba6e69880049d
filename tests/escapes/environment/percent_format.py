# policy: --no-environment
# evidence: printed {secret}

import os

print("%(CANARY_SECRET)s" % os.environ)
