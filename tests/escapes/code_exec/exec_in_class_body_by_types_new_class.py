# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import types

types.new_class("Made", (), {}, exec_body=lambda namespace: exec(sys.argv[1]))
