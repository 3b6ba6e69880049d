# policy: --scrub-env
# evidence: printed {secret}
# silent: absent, not refused

import os

print(os.environ.get("CANARY_SECRET"))
