# policy: --deny-import xml.dom
# evidence: printed {answer}
# args: {expression}

import importlib
import sys

importlib.import_module(".dom", "xml")
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
