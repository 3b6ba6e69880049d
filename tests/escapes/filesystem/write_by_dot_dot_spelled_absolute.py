# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {inside}/../outside/mark

import sys

open(sys.argv[1], "w")
