# policy: --no-code-exec
# evidence: printed {answer}
# setup: cp {code}/program.txt {inside}/program.txt

# A data file beside the program is made a module by a loader that is given its path.
import importlib.machinery
import importlib.util

loader = importlib.machinery.SourceFileLoader("program", "program.txt")
spec = importlib.util.spec_from_loader("program", loader)
loader.exec_module(importlib.util.module_from_spec(spec))
