# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

import os
import posix

codec = (os.fsencode, os.fsdecode) * 2
os.environ.__init__(posix.environ, *codec)
print(os.environ["CANARY_SECRET"])
