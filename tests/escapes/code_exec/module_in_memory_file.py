# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import importlib.machinery
import importlib.util
import os
import sys

fd = os.memfd_create("generated")
os.write(fd, sys.argv[1].encode())
loader = importlib.machinery.SourceFileLoader("generated", f"/proc/self/fd/{fd}")
spec = importlib.util.spec_from_loader("generated", loader)
loader.exec_module(importlib.util.module_from_spec(spec))
