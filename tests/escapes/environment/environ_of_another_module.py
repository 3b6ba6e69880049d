# policy: --no-environment
# evidence: printed {secret}

import shutil

print(shutil.os.environ.get("CANARY_SECRET"))
