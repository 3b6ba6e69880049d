# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

sys.path_hooks.insert(0, exec)
sys.path.insert(0, sys.argv[1])
import nothing_of_that_name
