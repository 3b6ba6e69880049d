# policy: --fs-readonly
# evidence: created {mark}.tar
# args: {mark}

import shutil, sys

shutil.make_archive(sys.argv[1], "tar", ".")
