# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/program.txt

# A data file is made a module by a loader that is given its path.
import importlib.machinery
import importlib.util
import sys

loader = importlib.machinery.SourceFileLoader("program", sys.argv[1])
spec = importlib.util.spec_from_loader("program", loader)
loader.exec_module(importlib.util.module_from_spec(spec))
