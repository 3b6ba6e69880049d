# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/m
# setup: {python} -c "import marshal; open('{code}/m', 'wb').write(marshal.dumps(compile('''{program}''', 'x', 'exec')))"

import sys
from importlib import _bootstrap_external

exec(_bootstrap_external._compile_bytecode(open(sys.argv[1], "rb").read(), "x"))
