# policy: --no-environment
# evidence: printed {secret}
# silent: a reader in the standard library may find it absent

import os
import string

print(string.Template("$CANARY_SECRET").substitute(os.environ))
