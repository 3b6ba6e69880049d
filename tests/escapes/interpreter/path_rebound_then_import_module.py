# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

# importlib.import_module raises no import event.
import importlib
import sys

sys.path = [sys.argv[1], *sys.path]
importlib.import_module("evil")
