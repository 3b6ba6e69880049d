# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import codecs, sys

codecs.open(sys.argv[1], "w", "utf-8")
