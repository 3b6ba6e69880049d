# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# The helper of dataclasses that turns text into a function.
import dataclasses
import sys

helper = getattr(dataclasses, "_create_fn", None)
if helper:
    helper("f", (), [sys.argv[1]])()
else:
    builder = dataclasses._FuncBuilder({})

    class Target:
        pass

    builder.add_fn("f", (), ["  " + sys.argv[1]])
    builder.add_fns_to_class(Target)
    Target.f()
