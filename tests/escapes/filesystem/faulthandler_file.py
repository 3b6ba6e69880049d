# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import faulthandler
import sys

faulthandler.dump_traceback(open(sys.argv[1], "w"))
