# policy: --no-environment
# evidence: printed {secret}

import collections.abc
import os

print(collections.abc.Mapping.get(os.environ, "CANARY_SECRET"))
