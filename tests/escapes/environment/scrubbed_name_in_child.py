# policy: --scrub-env
# evidence: printed {secret}
# silent: absent, not refused

import os

os.system("env")
