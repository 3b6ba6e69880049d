# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import sys
import threading

a, b = map(int, sys.argv[1].split("*"))
thread = threading.Thread(target=lambda: print(__import__("fractions").Fraction(a) * b))
thread.start()
thread.join()
