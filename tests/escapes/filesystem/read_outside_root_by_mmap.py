# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

import mmap
import os
import sys

print(mmap.mmap(os.open(sys.argv[1], os.O_RDONLY), 0, prot=mmap.PROT_READ)[:])
