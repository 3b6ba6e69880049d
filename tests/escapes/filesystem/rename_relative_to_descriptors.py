# policy: --fs-readonly --allow-write {inside}
# evidence: gone {victim}
# args: {outside}

import os
import sys

folder = os.open(sys.argv[1], os.O_RDONLY)
os.rename("victim.txt", "own", src_dir_fd=folder)
