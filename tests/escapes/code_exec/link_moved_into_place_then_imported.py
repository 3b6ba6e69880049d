# policy: --no-code-exec
# evidence: printed {answer}
# args: {work}/links
# setup: mkdir {work}/links && ln -s {code}/evil.py {work}/links/evil.py

import os
import sys

sys.path.insert(0, "")
os.rename(sys.argv[1] + "/evil.py", "evil.py")
import evil
