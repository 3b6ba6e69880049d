# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import doctest
import io
import pdb
import sys

sys.stdin = io.StringIO("c\n")
doctest.debug_script(sys.argv[1])
