# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

import sys

open("/proc/thread-self/root" + sys.argv[1], "w")
