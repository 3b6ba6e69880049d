# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
import sys

a, b = map(int, sys.argv[1].split("*"))
interpreters.run_string(
    interpreters.create(), f"import fractions; print(fractions.Fraction({a}) * {b}, flush=True)"
)
