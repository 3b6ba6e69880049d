# policy: --no-environment
# evidence: printed {secret}
# silent: a child inherits what is allowed

import os

os.system("echo $CANARY_SECRET")
