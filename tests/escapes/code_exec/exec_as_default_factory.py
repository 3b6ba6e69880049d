# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import collections
import functools
import sys

collections.defaultdict(functools.partial(exec, sys.argv[1]))["x"]
