# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}

import os
import sys

fd = os.open("secret.txt", os.O_RDONLY, dir_fd=os.open(sys.argv[1], os.O_RDONLY))
print(os.read(fd, 100))
