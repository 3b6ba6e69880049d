# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import os
import site
import sys

os.mkdir("folder")
with open("folder/x.pth", "w") as file:
    file.write("import sys; " + sys.argv[1])
site.addsitedir("folder")
