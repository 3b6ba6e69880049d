# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

import os
import sys

os.mkdir("mark", dir_fd=os.open(os.path.dirname(sys.argv[1]), os.O_RDONLY))
