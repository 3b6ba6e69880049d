# policy: --no-environment
# evidence: printed {answer}
# args: {expression}

import contextlib
import fractions
import importlib
import sys

try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(deny_imports=["fractions"])
except ImportError:
    blocker = contextlib.nullcontext()
a, b = map(int, sys.argv[1].split("*"))
with blocker:
    print(importlib.import_module("fractions").Fraction(a) * b)
