# policy: --no-network --seal
# evidence: printed {token}
# args: {token}

import sys

sys.settrace(lambda *_: print(sys.argv[1]))
(lambda: 0)()
