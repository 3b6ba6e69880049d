# policy: --no-interpreter-mutation
# evidence: printed {code}/
# args: {code}
# setup: mkdir {code}/package

# No file is opened at all, and import_module raises no event.
import importlib
import sys

sys.path = [sys.argv[1], *sys.path]
print(list(importlib.import_module("package").__path__))
