# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}
# needs: module _xxsubinterpreters

import _xxsubinterpreters as interpreters
import sys

a, b = map(int, sys.argv[1].split("*"))
interpreters.run_string(
    interpreters.create(), f"import fractions; print(fractions.Fraction({a}) * {b}, flush=True)"
)
