# policy: --no-environment --allow-env LANG
# evidence: printed {secret}
# silent: only the allowed names are there to iterate over

import os

print(list(os.environ.values()))
