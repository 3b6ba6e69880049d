# policy: --no-network --seal
# evidence: printed {token}
# args: {token}

import sys

sys.addaudithook(lambda event, args: print(sys.argv[1]) if event == "mine" else None)
sys.audit("mine")
