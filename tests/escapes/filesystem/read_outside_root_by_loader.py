# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

import importlib.machinery
import sys

print(importlib.machinery.SourceFileLoader("x", sys.argv[1]).get_data(sys.argv[1]))
