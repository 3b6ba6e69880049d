# policy: --no-environment
# evidence: printed {secret}
# silent: it may be empty or refused

import os

os.symlink("/proc/self/environ", "link")
print(open("link").read())
