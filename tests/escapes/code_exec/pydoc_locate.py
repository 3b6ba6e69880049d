# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import pydoc
import sys

pydoc.locate("builtins.exec")(sys.argv[1])
