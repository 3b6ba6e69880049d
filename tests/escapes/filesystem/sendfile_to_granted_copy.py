# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

import os
import sys

fd = os.open(sys.argv[1], os.O_RDONLY)
read, write = os.pipe()
os.sendfile(write, fd, 0, 100)
print(os.read(read, 100))
