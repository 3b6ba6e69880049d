# policy: --no-environment
# evidence: printed {secret}

import collections, os

print(collections.ChainMap({}, os.environ)["CANARY_SECRET"])
