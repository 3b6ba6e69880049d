# policy: --no-environment
# evidence: printed {secret}

import collections
import os

print(collections.ChainMap({}, os.environ)["CANARY_SECRET"])
