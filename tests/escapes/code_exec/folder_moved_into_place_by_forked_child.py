# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}

import os
import sys

if os.fork() == 0:
    os.rename(sys.argv[1], "package")
    os._exit(0)
os.wait()
sys.path.insert(0, os.getcwd())
__import__("package.evil")
