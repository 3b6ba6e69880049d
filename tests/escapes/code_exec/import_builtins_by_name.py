# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

getattr(__import__("builtins"), "ex" + "ec")(sys.argv[1])
