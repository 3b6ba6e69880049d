# policy: --no-environment
# evidence: printed {secret}

import os

for _ in range(1000):
    try:
        print(os.environ["CANARY_SECRET"])
        break
    except BaseException:
        pass
