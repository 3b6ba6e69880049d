# policy: --fs-readonly
# evidence: created {mark}
# args: {outside}/listing {mark}

import shutil, sys

shutil.copytree(*sys.argv[1:])
