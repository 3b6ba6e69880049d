# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/program.txt

import runpy
import sys

try:
    code = runpy._get_code_from_file(sys.argv[1])
except TypeError:
    code = runpy._get_code_from_file("x", sys.argv[1])
exec(code[0] if isinstance(code, tuple) else code)
