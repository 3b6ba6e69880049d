# policy: --fs-readonly
# evidence: created {mark}
# args: {outside}/listing {mark}

import shutil
import sys

shutil.copytree(*sys.argv[1:])
