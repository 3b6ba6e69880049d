# policy: --deny-import xml.dom
# evidence: printed {answer}
# args: {expression}

import sys

__import__("dom", {"__package__": "xml", "__name__": "xml"}, {}, ["x"], 1)
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
