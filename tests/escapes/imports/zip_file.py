# policy: --deny-import innocent
# evidence: printed {answer}
# args: {expression}

import importlib
import os
import sys
import zipfile

with zipfile.ZipFile("z.zip", "w") as archive:
    archive.writestr("innocent.py", "product = lambda a, b: a * b")
sys.path.insert(0, "z.zip")
a, b = map(int, sys.argv[1].split("*"))
print(importlib.import_module("innocent").product(a, b))
