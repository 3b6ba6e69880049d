# policy: --fs-readonly={inside}
# evidence: printed {size}
# args: {outside}/sized

import os.path
import sys

print(os.path.getsize(sys.argv[1]))
