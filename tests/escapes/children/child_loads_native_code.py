# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import subprocess
import sys

code = "import sys, ctypes; a, b = map(int, sys.argv[1].split('*')); print(ctypes.CDLL(None).abs(-a) * b)"
subprocess.run([sys.executable, "-I", "-c", code, *sys.argv[1:]], env={})
