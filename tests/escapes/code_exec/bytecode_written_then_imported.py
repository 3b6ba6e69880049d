# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import importlib.machinery
import importlib.util
import marshal
import sys

loader = importlib.machinery.SourcelessFileLoader("generated", "generated.pyc")
with open("generated.pyc", "wb") as file:
    code = compile(sys.argv[1], "x", "exec")
    file.write(importlib.util.MAGIC_NUMBER + b"\0" * 12 + marshal.dumps(code))
spec = importlib.util.spec_from_loader("generated", loader)
loader.exec_module(importlib.util.module_from_spec(spec))
