# policy: --no-environment
# evidence: printed {token}
# args: {token}

import os
import sys

os.environ["MARK"] = sys.argv[1]
os.system("echo $MARK")
