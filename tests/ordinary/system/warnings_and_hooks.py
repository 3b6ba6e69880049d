import sys
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("old", DeprecationWarning)
print([str(w.message) for w in caught])
sys.excepthook = lambda kind, value, tb: print("hook", kind.__name__, value)
sys.unraisablehook = lambda args: print("unraisable", args.exc_type.__name__)


class Bad:
    def __del__(self):
        raise ValueError


Bad()
sys.displayhook(5)
raise KeyError("last")
