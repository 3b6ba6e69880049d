# policy: --no-environment
# evidence: printed {secret}
# silent: a reader in the standard library may find it absent

import collections
import os

print(collections.ChainMap({}, os.environ)["CANARY_SECRET"])
