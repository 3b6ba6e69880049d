# policy: --no-subprocess --allow-run=true
# evidence: printed {token}.so
# args: {token}.so

import os
import sys

os.putenv("LD_PRELOAD", sys.argv[1])
os.waitpid(os.posix_spawnp("true", ["true"], os.environ | {"LD_AUDIT": sys.argv[1]}), 0)
os.spawnlp(os.P_WAIT, "true", "true")
