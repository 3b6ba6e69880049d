# policy: --fs-readonly={inside}
# evidence: printed {size}
# args: {outside}/sized

import sys
from posix import lstat

print(lstat(sys.argv[1]).st_size)
