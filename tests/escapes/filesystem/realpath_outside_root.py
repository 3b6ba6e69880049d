# policy: --fs-readonly={inside}
# evidence: printed {secret}
# silent: os.path.realpath takes a link that it may not read as it is
# args: {outside}/link

import os
import sys

print(os.path.realpath(sys.argv[1]))
