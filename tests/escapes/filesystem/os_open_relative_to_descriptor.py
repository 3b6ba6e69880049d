# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import sys

folder = os.open(os.path.dirname(sys.argv[1]), os.O_RDONLY)
os.open("mark", os.O_WRONLY | os.O_CREAT, dir_fd=folder)
