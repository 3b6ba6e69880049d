# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}
# layer: kernel: a shell does not know our hook

import os
import sys

os.system("cat " + sys.argv[1])
