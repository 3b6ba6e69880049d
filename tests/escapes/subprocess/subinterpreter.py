# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}
# needs: module _xxsubinterpreters

import _xxsubinterpreters as interpreters
import sys

code = (
    f"import os; os.waitpid(os.posix_spawn('/usr/bin/touch', ['touch', {sys.argv[1]!r}], {{}}), 0)"
)
interpreters.run_string(interpreters.create(), code)
