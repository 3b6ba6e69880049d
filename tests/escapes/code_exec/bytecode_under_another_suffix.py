# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/m
# setup: {python} -c "import marshal; open('{code}/m', 'wb').write(bytes(16) + marshal.dumps(compile('''{program}''', 'x', 'exec')))"

# What was opened as code last is what importlib's helper is given.
import io
import sys
import types
from importlib import _bootstrap_external

data = io.open_code(sys.argv[1]).read()
code = _bootstrap_external._compile_bytecode(memoryview(data)[16:], "x")
types.FunctionType(code, globals())()
