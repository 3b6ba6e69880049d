# policy: --no-code-exec --allow-code-exec attr
# evidence: printed {answer}
# args: '{program}'

import sys

scope = {"__name__": "attr._make", "__package__": "attr"}
exec(sys.argv[1], scope)
