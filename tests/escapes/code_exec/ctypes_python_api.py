# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'
# needs: module ctypes

import ctypes
import sys

ctypes.pythonapi.PyRun_SimpleString(sys.argv[1].encode())
