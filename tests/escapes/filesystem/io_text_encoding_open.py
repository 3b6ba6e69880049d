# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import codecs
import sys

codecs.open(sys.argv[1], "w", "utf-8")
