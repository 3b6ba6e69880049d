# policy: --fs-readonly={inside}
# evidence: printed {size}
# args: {outside}/sized

import os
import sys

print(os.stat(sys.argv[1]).st_size)
