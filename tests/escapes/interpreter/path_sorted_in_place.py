# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}
# env: PYTHONPATH=/nonexistent:{code}

# The order decides which module is found.
import sys

list.sort(sys.path, key=lambda entry: entry != sys.argv[1])
import evil
