# policy: --deny-import xml.dom
# evidence: printed {answer}
# args: {expression}

import sys
import xml
from xml import dom

a, b = map(int, sys.argv[1].split("*"))
print(a * b)
