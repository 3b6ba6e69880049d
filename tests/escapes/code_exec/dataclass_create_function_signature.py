# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import dataclasses
import sys

helper = getattr(dataclasses, "_create_fn", None)
if helper:
    helper("f", ("a=" + sys.argv[1],), ["pass"])
else:
    builder = dataclasses._FuncBuilder({})

    class Target:
        pass

    builder.add_fn("f", ("a=" + sys.argv[1],), ["  pass"])
    builder.add_fns_to_class(Target)
