# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import sys

open(sys.argv[1], "a").write("x")
