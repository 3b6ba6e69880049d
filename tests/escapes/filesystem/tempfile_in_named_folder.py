# policy: --fs-readonly
# evidence: changed {outside}/empty
# args: {outside}/empty

import sys
import tempfile

tempfile.mkstemp(dir=sys.argv[1])
