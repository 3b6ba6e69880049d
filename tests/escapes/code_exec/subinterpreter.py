# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
import sys

interpreters.run_string(interpreters.create(), sys.argv[1] + "; import sys; sys.stdout.flush()")
