# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/generated.pyc
# silent: the loader may find no bytecode that it can use
# setup: {python} -c "import importlib.util, marshal; open('{code}/generated.pyc', 'wb').write(importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(compile('''{program}''', 'x', 'exec')))"

import importlib.machinery
import importlib.util
import sys

loader = importlib.machinery.SourcelessFileLoader("generated", sys.argv[1])
spec = importlib.util.spec_from_loader("generated", loader)
loader.exec_module(importlib.util.module_from_spec(spec))
