# policy: --no-code-exec --allow-code-exec attr
# evidence: printed {answer}
# args: '{program}'

import sys

exec(
    compile(sys.argv[1], "/usr/lib/python3/dist-packages/attr/_make.py", "exec"),
    {"__name__": "attr._make"},
)
