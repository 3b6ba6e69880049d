# policy: --fs-readonly={inside}
# evidence: printed {size}
# args: {outside}

import os
import sys

print(os.stat("sized", dir_fd=os.open(sys.argv[1], os.O_PATH)).st_size)
