# policy: --no-environment --allow-env CANARY --allow-env LANG
# evidence: printed {secret}

import os

print(os.environ["CANARY_SECRET"])
