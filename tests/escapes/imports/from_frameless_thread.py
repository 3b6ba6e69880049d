# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import _thread
import importlib
import sys
import time

a, b = map(int, sys.argv[1].split("*"))
_thread.start_new_thread(importlib.import_module, ("fractions",))
time.sleep(0.5)
print(sys.modules["fractions"].Fraction(a) * b)
