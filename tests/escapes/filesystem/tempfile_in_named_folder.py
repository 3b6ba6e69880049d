# policy: --fs-readonly
# evidence: changed {outside}/empty
# args: {outside}/empty

import sys, tempfile

tempfile.mkstemp(dir=sys.argv[1])
