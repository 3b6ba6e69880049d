# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import sys

os.mkfifo("mark", dir_fd=os.open(os.path.dirname(sys.argv[1]), os.O_RDONLY))
