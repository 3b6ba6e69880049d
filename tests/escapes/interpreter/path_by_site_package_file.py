# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import os
import site
import sys

with open("x.pth", "w") as file:
    file.write(sys.argv[1] + "\n")
site.addpackage(".", "x.pth", None)
import evil
