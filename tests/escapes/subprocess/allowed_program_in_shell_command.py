# policy: --no-subprocess --allow-run /bin/true
# evidence: created {mark}
# args: {mark}

import os
import sys

os.system("/bin/true; touch " + sys.argv[1])
