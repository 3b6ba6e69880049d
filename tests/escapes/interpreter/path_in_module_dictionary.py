# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys

vars(sys)["path"] = [sys.argv[1], *sys.path]
import evil
