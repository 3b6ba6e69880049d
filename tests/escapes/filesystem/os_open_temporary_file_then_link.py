# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import sys

fd = os.open(os.path.dirname(sys.argv[1]), os.O_TMPFILE | os.O_WRONLY)
os.link(f"/proc/self/fd/{fd}", sys.argv[1], src_dir_fd=os.open("/", os.O_PATH))
