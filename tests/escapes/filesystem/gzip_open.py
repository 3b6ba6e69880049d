# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import gzip
import sys

gzip.open(sys.argv[1], "w").close()
