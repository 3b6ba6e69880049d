# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sys

open("/proc/self/root" + sys.argv[1], "w")
