# policy: --no-environment
# evidence: printed {secret}
# silent: an unset name stays as it is

import os.path

print(os.path.expandvars("$CANARY_SECRET"))
