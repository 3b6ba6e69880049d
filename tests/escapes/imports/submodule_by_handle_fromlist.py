# policy: --deny-import xml.dom
# evidence: printed {answer}
# args: {expression}

import sys
import xml
from importlib import _bootstrap

_bootstrap._handle_fromlist(xml, ["dom"], lambda name: _bootstrap._gcd_import(name))
a, b = map(int, sys.argv[1].split("*"))
print(a * b if xml.dom else 0)
