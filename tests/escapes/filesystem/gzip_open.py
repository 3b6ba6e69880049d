# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import gzip, sys

gzip.open(sys.argv[1], "w").close()
