# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/program.txt

import runpy
import sys

code = (
    runpy._get_code_from_file("x", sys.argv[1])
    if sys.version_info < (3, 12)
    else runpy._get_code_from_file(sys.argv[1])
)
exec(code[0] if isinstance(code, tuple) else code)
