# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
import sys

code = (
    f"import os; os.waitpid(os.posix_spawn('/usr/bin/touch', ['touch', {sys.argv[1]!r}], {{}}), 0)"
)
interpreters.run_string(interpreters.create(), code)
