# policy: --fs-readonly --allow-write {inside}
# evidence: changed {victim}
# args: {victim}

import os
import sys

os.link(sys.argv[1], "own")
open("own", "a").write("x")
