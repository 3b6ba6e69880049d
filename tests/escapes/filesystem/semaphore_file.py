# policy: --fs-readonly --no-subprocess
# evidence: created /dev/shm/sem.{token}
# args: {token}

import _multiprocessing
import sys

_multiprocessing.SemLock(1, 1, 1, "/" + sys.argv[1], False)
