# policy: --no-environment
# evidence: printed {secret}

import os
import string

print(string.Template("$CANARY_SECRET").substitute(os.environ))
