# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import pkgutil
import sys

pkgutil.resolve_name("builtins:exec")(sys.argv[1])
