# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# The finder calls each hook with the entry: the frames are those of an import.
import sys

sys.path_hooks.insert(0, lambda entry: exec(sys.argv[1]) or (_ for _ in ()).throw(ImportError))
sys.path.insert(0, "x")
try:
    import nothing_of_that_name
except ImportError:
    pass
