# policy: --block-native
# evidence: printed {answer}
# args: {expression}
# needs: python<3.12

import _xxsubinterpreters as interpreters
import sys

a, b = map(int, sys.argv[1].split("*"))
interpreters.run_string(
    interpreters.create(), f"import ctypes; print(ctypes.CDLL(None).abs(-{a}) * {b}, flush=True)"
)
