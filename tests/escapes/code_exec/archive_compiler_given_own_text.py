# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# The helper of zipimport is given text that stands in no archive.
import os
import sys
import types
import zipimport

place = os.path.join(os.path.dirname(os.__file__), "absent.py")
types.FunctionType(zipimport._compile_source(place, sys.argv[1].encode()), globals())()
