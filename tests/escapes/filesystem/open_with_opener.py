# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import sys

open("nominal", "w", opener=lambda *_: os.open(sys.argv[1], os.O_CREAT | os.O_WRONLY))
