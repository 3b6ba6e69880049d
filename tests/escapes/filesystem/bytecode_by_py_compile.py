# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import py_compile
import sys

py_compile.compile(__file__, sys.argv[1])
