# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import gettext
import sys

gettext._parse = lambda tokens: (sys.argv[1], "")
gettext.c2py("n")(1)
