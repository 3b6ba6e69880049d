# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import sys

a, b = map(int, sys.argv[1].split("*"))
for _ in range(1000):
    try:
        import fractions

        print(fractions.Fraction(a) * b)
        break
    except ImportError:
        pass
