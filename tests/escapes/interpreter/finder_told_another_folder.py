# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

# The list stays as it was; what it leads to does not.
import sys

finder = sys.path_importer_cache[sys.path[-1]]
finder.path = sys.argv[1]
finder._path_mtime = -1
import evil
