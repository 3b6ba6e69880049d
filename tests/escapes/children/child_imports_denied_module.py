# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import subprocess
import sys

code = "import sys, fractions; a, b = map(int, sys.argv[1].split('*')); print(fractions.Fraction(a) * b)"
subprocess.run([sys.executable, "-I", "-c", code, *sys.argv[1:]], env={})
