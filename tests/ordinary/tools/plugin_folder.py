# uses: write mutation
# setup: mkdir plugins && printf 'NAME = "one"\n' > plugins/one.py && printf 'NAME = "two"\n' > plugins/two.py

import importlib
import pkgutil
import sys

sys.path.insert(0, "plugins")
print(sorted(importlib.import_module(info.name).NAME for info in pkgutil.iter_modules(["plugins"])))
