# policy: --no-environment
# evidence: printed {secret}
# silent: it may be empty or refused

import os

folder = os.open("/proc/self", os.O_RDONLY)
print(os.read(os.open("environ", os.O_RDONLY, dir_fd=folder), 9999))
