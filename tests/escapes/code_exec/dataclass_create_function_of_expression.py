# policy: --no-code-exec
# evidence: printed {answer}
# args: {expression}
# needs: python<3.13

import dataclasses
import sys

create = getattr(dataclasses, "_create_fn")
print(create("f", (), ["return " + sys.argv[1]])())
