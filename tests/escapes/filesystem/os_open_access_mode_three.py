# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

# Mode 3 (O_WRONLY | O_RDWR) means "for ioctl": with O_TRUNC it still empties the file.
import os
import sys

os.open(sys.argv[1], 3 | os.O_TRUNC)
