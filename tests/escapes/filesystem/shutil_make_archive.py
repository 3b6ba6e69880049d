# policy: --fs-readonly
# evidence: created {mark}.tar
# args: {mark}

import shutil
import sys

shutil.make_archive(sys.argv[1], "tar", ".")
