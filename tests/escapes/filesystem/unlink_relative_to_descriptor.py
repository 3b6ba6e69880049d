# policy: --fs-readonly --allow-write {inside}
# evidence: gone {victim}
# args: {outside}

import os
import sys

os.unlink("victim.txt", dir_fd=os.open(sys.argv[1], os.O_RDONLY))
