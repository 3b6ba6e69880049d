# policy: --fs-readonly --allow-write {inside}
# evidence: created {inside}-more/mark
# args: {inside}-more/mark
# setup: mkdir {inside}-more

import sys

open(sys.argv[1], "w")
