# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'
# setup: {python} -m zipfile -c {inside}/app.zip {code}/program.txt

# The archive was there before, with another text.
import sys
import types
import zipimport

code = zipimport._compile_source("app.zip/program.txt", sys.argv[1].encode() + b"\n")
types.FunctionType(code, globals())()
