# policy: --no-environment
# evidence: printed {answer}
# args: {expression}

# The module was imported before the policy came; the name must be refused all the same.
import contextlib
import fractions
import sys

try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(deny_imports=["fractions"])
except ImportError:
    blocker = contextlib.nullcontext()
a, b = map(int, sys.argv[1].split("*"))
with blocker:
    import fractions as again

    print(again.Fraction(a) * b)
