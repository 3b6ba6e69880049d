# policy: --deny-import xml
# evidence: printed {answer}
# args: {expression}

import sys
from xml.dom import minidom

a, b = map(int, sys.argv[1].split("*"))
print(a * b)
