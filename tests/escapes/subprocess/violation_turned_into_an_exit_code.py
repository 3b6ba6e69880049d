# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import runpy
import sys

sys.argv = ["timeit", "-n1", "-r1", f"import os; os.system('touch {sys.argv[1]}')"]
runpy.run_module("timeit", run_name="__main__")
