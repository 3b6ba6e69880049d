# policy: --no-environment
# evidence: printed {secret}
# silent: it may be empty or refused

import os

print(open(f"/proc/{os.getpid()}/environ", "rb").read())
