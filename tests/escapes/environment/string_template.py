# policy: --no-environment
# evidence: printed {secret}

import os, string

print(string.Template("$CANARY_SECRET").substitute(os.environ))
