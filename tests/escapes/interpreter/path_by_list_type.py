# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

# A subclass of list guards its methods; list's own still reach it.
import sys

list.append(sys.path, sys.argv[1])
import evil
