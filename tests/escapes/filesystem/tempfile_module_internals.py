# policy: --fs-readonly
# evidence: changed {outside}/empty
# args: {outside}/empty

import os
import sys
import tempfile

tempfile._mkstemp_inner(sys.argv[1], "a", "b", os.O_CREAT | os.O_RDWR, str)
