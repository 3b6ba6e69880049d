# policy: --no-environment
# evidence: printed {secret}

import os

print("{CANARY_SECRET}".format_map(os.environ))
