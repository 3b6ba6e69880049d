# policy: --no-network --seal
# evidence: printed {token}
# args: {token}

import sys
from sys import addaudithook as add
from sys import audit

list(map(add, [lambda event, args: print(sys.argv[1]) if event == "mine" else None]))
audit("mine")
